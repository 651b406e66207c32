import { createHash } from 'node:crypto';
import { readOutage, type WrittenOutage } from '$lib/domain/calendar/outage-entry';
import { readOutagesCsv, type OutageRow } from '$lib/domain/calendar/outages-csv';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store } from '../database/store';
import type { Writer } from './people';
import { rejudgeSpans } from './rejudge';
import { findUnit } from './units';

/** A file of outages as it was sent. */
export interface OutageFile {
	name: string;
	content: string;
}

/**
 * Adds an outage of a unit and judges anew the cases that were under way during it: what was late only because of
 * it becomes excused. Throws UserError: `unknown_unit`, and as readOutage.
 */
export async function addOutage(
	store: Store,
	unitCode: string,
	written: WrittenOutage,
	{ by, now }: Writer
): Promise<void> {
	const { from, until, reason, evidence } = readOutage(written);
	await store.write(async (tx) => {
		const { unit } = await findUnit(tx, unitCode);
		await tx.run('calendar/add_outage', {
			...{ unit, started: from, ended: until, reason, evidence, by, now },
			outage_file: null,
			file_row: null
		});
		await rejudgeSpans(tx, unit, [{ from, to: until }], now);
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
		await rejudgeSpans(tx, found.unit, [{ from: found.started, to: found.ended }], now);
	});
}

/**
 * What a file of outages would add to an office: each row with what it says, or why it is left out; a row that says an outage
 * that is there already is left out too.
 * @throws UserError `unknown_unit`, and as readOutagesCsv
 */
export async function previewOutages(
	store: Reading,
	unitCode: string,
	content: string
): Promise<OutageRow[]> {
	const rows = readOutagesCsv(content);
	const { unit } = await findUnit(store, unitCode);
	const there = new Set(
		(await store.all('calendar/outage_files/known', { unit })).map(
			({ started, ended }) => `${started} ${ended}`
		)
	);
	return rows.map((row) =>
		row.entry && there.has(`${row.entry.from} ${row.entry.until}`)
			? { ...row, entry: null, error: new UserError('outage_known') }
			: row
	);
}

/**
 * Adds the outages of a file to an office, each with its row, keeps the file, and judges anew the cases that were under way
 * during any of them. Rows that previewOutages leaves out are left out.
 * @returns how many were added and how many left
 * @throws UserError as previewOutages; `outages_csv_nothing` where no row can be used
 */
export async function importOutages(
	store: Store,
	unitCode: string,
	{ name, content }: OutageFile,
	{ by, now }: Writer
): Promise<{ added: number; left: number }> {
	return store.write(async (tx) => {
		const rows = await previewOutages(tx, unitCode, content);
		const entries = rows.flatMap(({ row, entry }) => (entry ? { ...entry, row } : []));
		if (entries.length === 0) throw new UserError('outages_csv_nothing');
		const { unit } = await findUnit(tx, unitCode);
		const sha256 = createHash('sha256').update(content).digest('hex');
		const kept = await tx.get('calendar/outage_files/add', {
			...{ unit, name, sha256, content, by, now }
		});
		for (const { from, until, reason, evidence, row } of entries)
			await tx.run('calendar/add_outage', {
				...{ unit, started: from, ended: until, reason, evidence, by, now },
				outage_file: kept?.outage_file ?? null,
				file_row: row
			});
		const spans = entries.map(({ from, until }) => ({ from, to: until }));
		await rejudgeSpans(tx, unit, spans, now);
		return { added: entries.length, left: rows.length - entries.length };
	});
}

/**
 * Takes a file of outages back, with the outages that it gave, and judges the cases during them anew.
 * @throws UserError `outage_file_not_found`
 */
export async function undoOutageFile(store: Store, file: number, now: string): Promise<void> {
	await store.write(async (tx) => {
		const { unit } = await findOutageFile(tx, file);
		const outages = await tx.all('calendar/outage_files/outages', { outage_file: file });
		await tx.run('calendar/outage_files/forget_outages', { outage_file: file });
		await tx.run('calendar/outage_files/forget', { outage_file: file });
		const spans = outages.map(({ started, ended }) => ({ from: started, to: ended }));
		await rejudgeSpans(tx, unit, spans, now);
	});
}

/** A kept file of outages, for whoever sees its office. @throws UserError `outage_file_not_found` */
export async function findOutageFile(store: Reading, file: number) {
	const found = await store.get('calendar/outage_files/find', { outage_file: file });
	if (!found) throw new UserError('outage_file_not_found');
	return found;
}
