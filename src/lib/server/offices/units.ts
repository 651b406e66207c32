import { parseZone } from '$lib/domain/calendar/zones';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store } from '../database/store';
import type { Queries } from '../database/generated/queries';
import { rejudgeUnit } from './rejudge';

const LONGEST_NAME = 200;

/** A unit of the store with its calendar. */
export type FoundUnit = Queries['calendar/find_unit']['row'];

/** The unit with a code. Throws UserError `unknown_unit` {unit, known}. */
export async function findUnit(store: Reading, code: string): Promise<FoundUnit> {
	const unit = await store.get('calendar/find_unit', { code });
	if (unit) return unit;
	const known = (await store.all('calendar/units')).map((row) => row.code).join(', ');
	throw new UserError('unknown_unit', { unit: code, known: known === '' ? '—' : known });
}

/**
 * States which office a unit is that was first seen in a file. The zone decides what "now" is for its open cases,
 * so they are judged anew where it changed. Throws UserError: `unknown_unit`, `unit_name_missing`, `text_too_long`,
 * `calendar_zone_unknown`.
 * @param given zone: an IANA zone of Indonesia or WIB, WITA, WIT
 * @param now the instant, UTC, ISO without zone
 */
export async function confirmUnit(
	store: Store,
	given: { unit: string; name: string; zone: string },
	now: string
): Promise<void> {
	const zone = parseZone(given.zone);
	const name = given.name.trim();
	if (name === '') throw new UserError('unit_name_missing');
	if (name.length > LONGEST_NAME) throw new UserError('text_too_long', { most: LONGEST_NAME });
	await store.write(async (tx) => {
		const unit = await findUnit(tx, given.unit);
		await tx.run('calendar/confirm_unit', { unit: unit.unit, name, zone });
		if (unit.zone !== zone) await rejudgeUnit(tx, unit.unit, now);
	});
}
