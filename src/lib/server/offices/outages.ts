import { formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { rejudgeSpan } from './rejudge';
import { findUnit } from './units';

/** An outage as a person writes it down; times are local to the unit. */
export interface OutageEntry {
	unit: string;
	from: string;
	until: string;
	reason: string;
	/** A letter, a ticket, a screenshot; empty where there is none. */
	evidence: string;
}

const LONGEST_TEXT = 500;

/**
 * Adds an outage of a unit and judges anew the cases that were under way during it: what was late only because of
 * it becomes excused. Throws UserError: `unknown_unit`, `calendar_time_unreadable`, `outage_without_length`,
 * `outage_reason_missing`, `text_too_long`.
 * @param now the instant, UTC, ISO without zone
 */
export async function addOutage(store: Store, entry: OutageEntry, now: string): Promise<void> {
	const [from, until] = [parseLocal(entry.from), parseLocal(entry.until)];
	const span = { from: formatLocal(from), to: formatLocal(until) };
	if (until <= from) {
		const written = { from: readable(span.from), to: readable(span.to) };
		throw new UserError('outage_without_length', written);
	}
	const reason = entry.reason.trim();
	if (reason === '') throw new UserError('outage_reason_missing');
	for (const text of [reason, entry.evidence])
		if (text.length > LONGEST_TEXT) throw new UserError('text_too_long', { most: LONGEST_TEXT });
	await store.write(async (tx) => {
		const { unit } = await findUnit(tx, entry.unit);
		await tx.run('calendar/add_outage', {
			unit,
			started: span.from,
			ended: span.to,
			reason,
			evidence: entry.evidence.trim() === '' ? null : entry.evidence.trim()
		});
		await rejudgeSpan(tx, unit, span, now);
	});
}

/**
 * Takes an outage away and judges anew the cases that were under way during it: what it excused is late again.
 * Throws UserError `outage_not_found` {outage}.
 * @param now the instant, UTC, ISO without zone
 */
export async function removeOutage(store: Store, outage: number, now: string): Promise<void> {
	await store.write(async (tx) => {
		const found = await tx.get('calendar/find_outage', { outage });
		if (!found) throw new UserError('outage_not_found', { outage });
		await tx.run('calendar/forget_outage', { outage });
		await rejudgeSpan(tx, found.unit, { from: found.started, to: found.ended }, now);
	});
}

/** A local time as people write it, to the minute. */
function readable(at: string): string {
	return at.slice(0, 16).replace('T', ' ');
}
