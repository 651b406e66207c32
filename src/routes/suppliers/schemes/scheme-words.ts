import type { Scheme } from '$lib/domain/evaluations/scheme';
import { m } from '$lib/paraglide/messages';

/** What a scheme evaluates, in the reader's language. */
export const SUBJECTS: Record<Scheme['subject'], () => string> = {
	packages: m.schemes_subject_packages,
	services: m.schemes_subject_services
};
