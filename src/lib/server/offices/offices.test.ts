import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load';
import type { Store } from '../database/store';
import { importFiles } from '../importing/import-files';
import { openProduct } from '../product';
import {
	addLocalHoliday,
	localHolidays,
	refreshOwnCalendars,
	removeLocalHoliday
} from './local-holidays';
import { addOutage, importOutages, previewOutages, removeOutage, undoOutageFile } from './outages';
import { confirmUnit, findUnit } from './units';

const home = process.cwd();
const now = '2026-10-01T00:00:00';
const writer = { by: 'Uji', now };
const folder = mkdtempSync(join(tmpdir(), 'tepat-offices-'));
let store: Store;

const wednesday = { from: '2026-09-09T09:00', until: '2026-09-09T09:29', reason: 'SPSE mati' };

beforeAll(async () => {
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home });
	const sop = loadCatalogue(home).find(({ id }) => id === 'oganilir-01');
	const [first] = sop?.steps ?? [];
	const path = join(folder, 'log.csv');
	writeFileSync(
		path,
		'case,activity,started,completed\n' +
			// Two minutes are allowed; 30 are used on Wednesday, and 3 hours on Thursday.
			`A1,${JSON.stringify(first?.activity)},2026-09-09 09:00,2026-09-09 09:30\n` +
			`A2,${JSON.stringify(first?.activity)},2026-09-10 09:00,2026-09-10 12:00\n`
	);
	await importFiles({
		store,
		files: [{ path, name: 'log.csv' }],
		sop: 'oganilir-01',
		unit: 'U1',
		map: { case: 'case' },
		by: 'test',
		now
	});
});

afterAll(async () => {
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The verdict of the only step of each case, by case. */
async function verdicts(): Promise<Record<string, string>> {
	const rows = await store.all('reading/deviations', {
		unit: null,
		process: null,
		from: null,
		to: null
	});
	return Object.fromEntries(
		rows.filter(({ kind }) => kind === 'late_step').map((row) => [row.case_key, row.state])
	);
}

/** Office time of an outage that lasts from Wednesday 09:00 to Friday 09:00. */
async function officeSecondsOver(): Promise<number | null> {
	const outage = { ...wednesday, until: '2026-09-11T09:00', evidence: '' };
	await addOutage(store, 'U1', outage, writer);
	const [found] = await store.all('calendar/outages', { unit: null });
	await removeOutage(store, found?.outage ?? 0, now);
	return found?.working_seconds ?? null;
}

describe('an outage', () => {
	it('excuses what was late only because of it, and no longer once it is removed', async () => {
		expect(await verdicts()).toEqual({ A1: 'open', A2: 'open' });
		await addOutage(store, 'U1', { ...wednesday, evidence: 'Tiket 1' }, writer);
		expect(await verdicts()).toEqual({ A1: 'excused', A2: 'open' });
		const [outage] = await store.all('calendar/outages', { unit: null });
		expect(outage).toMatchObject({ unit: 'U1', evidence: 'Tiket 1', working_seconds: 29 * 60 });
		await removeOutage(store, outage?.outage ?? 0, now);
		expect(await verdicts()).toEqual({ A1: 'open', A2: 'open' });
	});

	it.each([
		['ends before it begins', { until: '2026-09-09T08:00' }, 'outage_without_length'],
		['has no reason', { reason: '  ' }, 'outage_reason_missing'],
		['has an unreadable time', { from: 'kemarin' }, 'calendar_time_unreadable'],
		['names no unit of ours', { unit: 'U9' }, 'unknown_unit'],
		['has too long a reason', { reason: 'x'.repeat(501) }, 'text_too_long']
	])('that %s changes nothing', async (_what, wrong, code) => {
		const { unit, ...entry } = { ...wednesday, unit: 'U1', evidence: '', ...wrong };
		await expect(addOutage(store, unit, entry, writer)).rejects.toMatchObject({ code });
		expect(await store.all('calendar/outages', { unit: null })).toEqual([]);
	});

	it('comes from a file with its row, and goes with the file', async () => {
		const content = [
			'mulai;sampai;sebab;bukti',
			'2026-09-09 09:00;2026-09-09 09:29;SPSE mati;Tiket 7',
			'kemarin;2026-09-09 09:29;SPSE mati;',
			'2026-09-09 11:00;2026-09-09 11:05;Jaringan;'
		].join('\n');
		const preview = await previewOutages(store, 'U1', content);
		expect(preview.map(({ error }) => error?.code ?? null)).toEqual([
			null,
			'calendar_time_unreadable',
			null
		]);
		expect(await store.all('calendar/outages', { unit: null })).toEqual([]);
		const file = { name: 'gangguan.csv', content };
		expect(await importOutages(store, 'U1', file, writer)).toEqual({ added: 2, left: 1 });
		expect(await verdicts()).toEqual({ A1: 'excused', A2: 'open' });
		const [, first] = await store.all('calendar/outages', { unit: null });
		expect(first).toMatchObject({
			...{ evidence: 'Tiket 7', file_name: 'gangguan.csv', file_row: 1, added_by: 'Uji' }
		});
		await expect(importOutages(store, 'U1', file, writer)).rejects.toMatchObject({
			code: 'outages_csv_nothing'
		});
		const [kept] = await store.all('calendar/outage_files/list', { unit: null });
		expect(kept).toMatchObject({ name: 'gangguan.csv', outages: 2 });
		await undoOutageFile(store, kept?.outage_file ?? 0, now);
		expect(await verdicts()).toEqual({ A1: 'open', A2: 'open' });
		expect(await store.all('calendar/outages', { unit: null })).toEqual([]);
		expect(await store.all('calendar/outage_files/list', { unit: null })).toEqual([]);
	});

	it('that is gone already is said to be gone', async () => {
		await expect(removeOutage(store, 77, now)).rejects.toMatchObject({ code: 'outage_not_found' });
	});
});

describe('a local holiday', () => {
	it('gives the unit a calendar of its own, and takes it back with the last one', async () => {
		const before = await findUnit(store, 'U1');
		const twoDays = await officeSecondsOver();
		expect(twoDays).toBe(2 * 7.5 * 3600);
		const holiday = { unit: 'U1', day: '2026-09-10', title: 'Hari jadi', decree: '' };
		await addLocalHoliday(store, holiday, now);
		const own = await findUnit(store, 'U1');
		expect(own.calendar).not.toBe(before.calendar);
		expect(await localHolidays(store, own)).toEqual([
			{ day: '2026-09-10', title: 'Hari jadi', decree: null }
		]);
		expect(await officeSecondsOver()).toBe(7.5 * 3600);
		// Worked on a day off: outside the office hours, so nobody is accused.
		expect(await verdicts()).toEqual({ A1: 'open' });
		await removeLocalHoliday(store, { unit: 'U1', day: '2026-09-10' }, now);
		expect((await findUnit(store, 'U1')).calendar).toBe(before.calendar);
		expect(await store.all('reference/calendars/all')).toHaveLength(1);
		expect(await verdicts()).toEqual({ A1: 'open', A2: 'open' });
	});

	it.each([
		['a weekend', { day: '2026-09-12' }, 'holiday_already_off'],
		['a date without a decree', { day: '2029-01-02' }, 'holiday_not_covered'],
		['a date that does not exist', { day: '2026-02-30' }, 'calendar_date_invalid'],
		['a day without a name', { title: ' ' }, 'holiday_title_missing'],
		['an unknown unit', { unit: 'U9' }, 'unknown_unit']
	])('is refused on %s', async (_what, wrong, code) => {
		const given = { unit: 'U1', day: '2026-09-10', title: 'Hari jadi', decree: '', ...wrong };
		await expect(addLocalHoliday(store, given, now)).rejects.toMatchObject({ code });
		expect(await localHolidays(store, await findUnit(store, 'U1'))).toEqual([]);
	});

	it('stays when the calendar it was laid over changes', async () => {
		const holiday = { unit: 'U1', day: '2026-09-10', title: 'Hari jadi', decree: 'SK 1' };
		await addLocalHoliday(store, holiday, now);
		const own = await findUnit(store, 'U1');
		expect(await store.write((tx) => refreshOwnCalendars(tx))).toEqual([]);
		const base = (await store.all('reference/calendars/all')).find(
			({ code }) => code === 'default'
		);
		const changed = await store.write(async (tx) => {
			await tx.run('reference/calendars/forget', { calendar: base?.calendar ?? 0 });
			await tx.run('reference/calendars/add', {
				calendar: base?.calendar ?? 0,
				code: 'default',
				title: base?.title ?? '',
				content_hash: 'another'
			});
			return refreshOwnCalendars(tx);
		});
		expect(changed).toEqual([own.calendar]);
		expect(await localHolidays(store, await findUnit(store, 'U1'))).toEqual([
			{ day: '2026-09-10', title: 'Hari jadi', decree: 'SK 1' }
		]);
		await removeLocalHoliday(store, { unit: 'U1', day: '2026-09-10' }, now);
	});

	it('that was never added cannot be removed', async () => {
		await expect(
			removeLocalHoliday(store, { unit: 'U1', day: '2026-08-17' }, now)
		).rejects.toMatchObject({ code: 'holiday_not_found' });
	});
});

describe('a unit first seen in a file', () => {
	it('is unconfirmed until a person says which office it is', async () => {
		expect(await findUnit(store, 'U1')).toMatchObject({ confirmed: false, zone: 'Asia/Jakarta' });
		await confirmUnit(store, { unit: 'U1', name: ' LPSE Contoh ', zone: 'WITA' }, now);
		expect(await findUnit(store, 'U1')).toMatchObject({
			confirmed: true,
			name: 'LPSE Contoh',
			zone: 'Asia/Makassar'
		});
	});

	it.each([
		['no name', { name: ' ' }, 'unit_name_missing'],
		['a foreign zone', { zone: 'Europe/Berlin' }, 'calendar_zone_unknown'],
		['an unknown code', { unit: 'U9' }, 'unknown_unit']
	])('is not confirmed with %s', async (_what, wrong, code) => {
		const given = { unit: 'U1', name: 'LPSE', zone: 'WIB', ...wrong };
		await expect(confirmUnit(store, given, now)).rejects.toMatchObject({ code });
	});
});
