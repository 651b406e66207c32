import { m } from '$lib/paraglide/messages';

const OUTCOMES = {
	same: m.reporting_verify_same,
	stands: m.reporting_verify_stands,
	altered: m.reporting_verify_altered,
	changed: m.reporting_verify_changed,
	foreign: m.reporting_verify_foreign
};
const CAUSES = {
	import_gone: m.reporting_verify_because_import_gone,
	import_new: m.reporting_verify_because_import_new,
	sop: m.reporting_verify_because_sop,
	calendar: m.reporting_verify_because_calendar,
	other: m.reporting_verify_because_other
};

/** What a check of a report found, in sentences of the reader's language: the outcome, then why. */
export function verificationSentences(found: {
	number: string;
	outcome: keyof typeof OUTCOMES;
	causes: readonly (keyof typeof CAUSES)[];
}): string[] {
	return [
		OUTCOMES[found.outcome]({ number: found.number }),
		...found.causes.map((cause) => CAUSES[cause]())
	];
}
