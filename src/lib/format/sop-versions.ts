import { m } from '$lib/paraglide/messages';
import { formatDate } from './dates';

/** What a version of an SOP is called, by the ISO date from which it is in force; null where the document has none. */
export function versionName(effectiveFrom: string | null): string {
	return effectiveFrom === null
		? m.sop_version_open()
		: m.sop_version_from({ date: formatDate(effectiveFrom) });
}

/** When a version judges the cases that begin: until is its last day, null for the one that comes into force last. */
export function versionSpan(effectiveFrom: string | null, until: string | null): string {
	if (until === null) return versionName(effectiveFrom);
	return effectiveFrom === null
		? m.sop_version_open_until({ until: formatDate(until) })
		: m.sop_version_until({ date: formatDate(effectiveFrom), until: formatDate(until) });
}
