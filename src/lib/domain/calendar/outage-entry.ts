import { UserError } from '../user-error';
import { formatLocal, parseLocal } from './local-time';

/** An outage as a person writes it down; times are local to the unit. */
export interface WrittenOutage {
	from: string;
	until: string;
	reason: string;
	/** A letter, a ticket, a screenshot; empty where there is none. */
	evidence: string;
}

/** An outage as it is kept: local times of the unit, ISO without zone. */
export interface OutageEntry {
	from: string;
	until: string;
	reason: string;
	evidence: string | null;
}

const LONGEST_TEXT = 500;

/**
 * Reads an outage as a person writes it. The SOPs of Ogan Ilir warn that their times cannot be met while the network or SPSE is
 * down: such a time has a beginning, an end and a reason.
 * @throws UserError `calendar_time_unreadable`, `outage_without_length`, `outage_reason_missing`, `text_too_long`
 */
export function readOutage(written: WrittenOutage): OutageEntry {
	const [from, until] = [parseLocal(written.from.trim()), parseLocal(written.until.trim())];
	const entry = {
		from: formatLocal(from),
		until: formatLocal(until),
		reason: written.reason.trim(),
		evidence: written.evidence.trim() === '' ? null : written.evidence.trim()
	};
	if (until <= from)
		throw new UserError('outage_without_length', {
			from: readable(entry.from),
			to: readable(entry.until)
		});
	if (entry.reason === '') throw new UserError('outage_reason_missing');
	for (const text of [entry.reason, entry.evidence ?? ''])
		if (text.length > LONGEST_TEXT) throw new UserError('text_too_long', { most: LONGEST_TEXT });
	return entry;
}

/** A local time as people write it, to the minute. */
function readable(at: string): string {
	return at.slice(0, 16).replace('T', ' ');
}
