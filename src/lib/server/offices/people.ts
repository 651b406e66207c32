import type { PersonRole } from '$lib/domain/people/roles-of-people';
import { readPeopleCsv } from '$lib/domain/people/people-csv';
import { readPersonRole } from '$lib/domain/people/roles-of-people';
import { isDate } from '$lib/domain/filters/period';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../database/store';
import { describeError } from '../errors/describe';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { findUnit } from './units';

/** Who writes something down, and the instant, UTC, ISO without zone. */
export interface Writer {
	by: string;
	now: string;
}

/** How many rows of a file are named that cannot be used. */
const PROBLEMS_NAMED = 8;

/**
 * Adds a role of a person of an office and judges anew the cases in which the person acted.
 * @returns the role as it is kept
 * @throws UserError as readPersonRole, `unknown_unit`, `people_overlap` {person, role, from, until}
 */
export async function addPersonRole(
	store: Store,
	unitCode: string,
	written: { person: string; role: string; from: string; until: string },
	writer: Writer
): Promise<PersonRole> {
	const entry = readPersonRole(written, await rolesOfSops(store));
	await addAll(store, unitCode, [entry], writer);
	return entry;
}

/**
 * Adds the roles of a CSV file to an office, all of them or none, and judges anew the cases in which these persons acted.
 * @returns how many were added
 * @throws UserError as readPeopleCsv, `people_csv_rows` {count, rows} that names the rows which cannot be used,
 * `people_overlap`, `unknown_unit`
 */
export async function importPeople(
	store: Store,
	unitCode: string,
	text: string,
	writer: Writer
): Promise<number> {
	const { rows, problems } = readPeopleCsv(text, await rolesOfSops(store));
	if (problems.length > 0) {
		const named = problems
			.slice(0, PROBLEMS_NAMED)
			.map(({ row, error }) => `${row}: ${describeError(error) ?? error.code}`);
		throw new UserError('people_csv_rows', { count: problems.length, rows: named.join(' ') });
	}
	await addAll(store, unitCode, rows, writer);
	return rows.length;
}

/**
 * Ends a role of a person with a date, the last one on which they have it, and judges anew the cases in which they acted.
 * @throws UserError `people_not_found`, `people_date`, `people_until_before_from`
 */
export async function endPersonRole(
	store: Store,
	entry: number,
	until: string,
	now: string
): Promise<void> {
	if (!isDate(until)) throw new UserError('people_date', { value: until === '' ? '—' : until });
	await store.write(async (tx) => {
		const found = await findPersonRole(tx, entry);
		const from = found.valid_from;
		if (until < from) throw new UserError('people_until_before_from', { from, until });
		await refuseOverlap(tx, found.unit, { ...found, from, until }, entry);
		await tx.run('people/end', { entry, valid_until: until });
		await rejudgePeople(tx, found.unit, [found.person], now);
	});
}

/**
 * Takes a role of a person away, as written by mistake, and judges anew the cases in which they acted.
 * @throws UserError `people_not_found`
 */
export async function removePersonRole(store: Store, entry: number, now: string): Promise<void> {
	await store.write(async (tx) => {
		const found = await findPersonRole(tx, entry);
		await tx.run('people/forget', { entry });
		await rejudgePeople(tx, found.unit, [found.person], now);
	});
}

/** One role of a person, as far as the reader sees its office. Throws UserError `people_not_found`. */
export async function findPersonRole(store: Reading, entry: number) {
	const found = await store.get('people/find', { entry });
	if (!found) throw new UserError('people_not_found');
	return found;
}

/** The actors that the SOPs of the store name. */
export async function rolesOfSops(store: Reading): Promise<string[]> {
	return (await store.all('people/roles')).map(({ role }) => role);
}

async function addAll(
	store: Store,
	unitCode: string,
	entries: readonly PersonRole[],
	{ by, now }: Writer
): Promise<void> {
	await store.write(async (tx) => {
		const { unit } = await findUnit(tx, unitCode);
		for (const entry of entries) {
			await refuseOverlap(tx, unit, entry, null);
			await tx.run('people/add', {
				unit,
				person: entry.person,
				role: entry.role,
				valid_from: entry.from,
				valid_until: entry.until,
				added_by: by,
				added_at: now
			});
		}
		await rejudgePeople(
			tx,
			unit,
			entries.map(({ person }) => person),
			now
		);
	});
}

async function refuseOverlap(
	tx: Transaction,
	unit: number,
	{ person, role, from, until }: PersonRole,
	but: number | null
): Promise<void> {
	const span = { valid_from: from, valid_until: until };
	const there = await tx.get('people/overlapping', { unit, person, role, ...span, but });
	if (!there) return;
	throw new UserError('people_overlap', {
		...{ person, role },
		from: there.valid_from,
		until: there.valid_until ?? '…'
	});
}

async function rejudgePeople(
	tx: Transaction,
	unit: number,
	persons: readonly string[],
	now: string
): Promise<void> {
	await prepareRebuild(tx);
	await tx.run('people/touch_cases_of', { unit, persons: [...persons] });
	await rebuildCases(tx, { now });
}
