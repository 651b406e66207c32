import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportRequest } from '$lib/domain/reporting/report';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { noteImportUnits } from '$lib/server/accounts/import-units';
import {
	makeDueReports,
	readKeptReport,
	remakeKeptReport,
	removeKeptReport
} from '$lib/server/reporting/schedules/kept';
import {
	addSchedule,
	listSchedules,
	removeSchedule
} from '$lib/server/reporting/schedules/schedules';
import { verifyReport } from '$lib/server/reporting/verification/verify';
import { Workbench } from '../pipeline/workbench';

overwriteGetLocale(() => 'id');

const request: ReportRequest = {
	...{ unit: 'U1', sop: null, from: null, to: null, filters: '', layout: 'case', locale: 'id' }
};
const given = {
	...{ request, format: 'csv' as const, every: 'month' as const, bound: false, by: 'uji' },
	now: '2026-07-01T01:00:00'
};
const JULY = { today: '2026-07-01', now: '2026-07-01T01:00:00' };

let bench: Workbench;
beforeAll(async () => {
	bench = await Workbench.open();
	const rows = ['A,U1', 'B,U2'].map((ends) => {
		const [key, unit] = ends.split(',');
		return `${key},Rapat,2026-06-02 08:00:00,2026-06-02 09:00:00,${unit}`;
	});
	await bench.import('case,activity,started,completed,unit', rows, { sop: 'oganilir-01' });
});
afterAll(() => bench.close());

test('a scheduled report is made once of each period that is over, and holds as any other', async () => {
	await addSchedule(bench.store, given);
	expect(await makeDueReports(bench.store, JULY)).toBe(1);
	expect(await makeDueReports(bench.store, { ...JULY, today: '2026-07-31' })).toBe(0);
	const [kept] = (await listSchedules(bench.store)).kept;
	expect(kept).toMatchObject({ since: '2026-06-01', until: '2026-06-30', unit_code: 'U1' });
	const { body, bytes } = await readKeptReport(bench.store, kept?.report ?? '');
	const file = Buffer.from(await new Response(body).arrayBuffer());
	expect(file.length).toBe(bytes);
	expect(file.toString('utf8').trimEnd().split('\r\n')).toHaveLength((kept?.total ?? 0) + 2);
	expect((await verifyReport(bench.store, file)).outcome).toBe('same');
	expect(await makeDueReports(bench.store, { ...JULY, today: '2026-08-01' })).toBe(1);
});

test('periods that passed while no server ran are made too, and a kept one says what came in since and is made anew', async () => {
	const before = (await listSchedules(bench.store)).kept.length;
	expect(
		await makeDueReports(bench.store, { today: '2026-11-01', now: '2026-11-01T01:00:00' })
	).toBe(3);
	const { kept } = await listSchedules(bench.store);
	expect(kept).toHaveLength(before + 3);
	const old = kept.find(({ since }) => since === '2026-06-01');
	// The office's rows were imported after this was made.
	await noteImportUnits(bench.store);
	const later = (await listSchedules(bench.store)).kept.find(
		({ report }) => report === old?.report
	);
	expect(later?.later).toBe(1);
	const given = { report: old?.report ?? '', by: 'uji', now: '2026-11-21T00:00:00' };
	const { name, unit } = await remakeKeptReport(bench.store, { ...given, locale: 'id' });
	expect(unit).toBe('U1');
	const now = (await listSchedules(bench.store)).kept;
	expect(now.find((row) => row.name === name)).toMatchObject({
		...{ since: '2026-06-01', asked_by: 'uji', later: 0 }
	});
	expect(now.some(({ report }) => report === old?.report)).toBe(true);
	await expect(
		remakeKeptReport(bench.store.within(['U2']), { ...given, locale: 'id' })
	).rejects.toThrow('report_not_found');
});

test('schedules and kept reports are seen by those of their office only, and one of all offices by none of them', async () => {
	await addSchedule(bench.store, { ...given, request: { ...request, unit: null } });
	await makeDueReports(bench.store, JULY);
	const [one, other] = [bench.store.within(['U1']), bench.store.within(['U2'])];
	expect((await listSchedules(one)).schedules).toHaveLength(1);
	expect((await listSchedules(other)).schedules).toEqual([]);
	expect((await listSchedules(other)).kept).toEqual([]);
	const [kept] = (await listSchedules(one)).kept;
	await expect(readKeptReport(other, kept?.report ?? '')).rejects.toThrow('report_not_found');
	await expect(removeSchedule(other, 1)).rejects.toThrow('schedule_not_found');
	await expect(
		addSchedule(other, { ...given, bound: true, request: { ...request, unit: null } })
	).rejects.toThrow('schedule_unit_missing');
	await expect(addSchedule(other, given)).rejects.toThrow('unknown_unit');
});

test('what was made stays when the schedule is taken away, and one that fails stops no other', async () => {
	const before = (await listSchedules(bench.store)).kept.length;
	await removeSchedule(bench.store, 1);
	expect((await listSchedules(bench.store)).kept).toHaveLength(before);
	await bench.store.write((tx) =>
		tx.run('reporting/schedules/add', {
			...{ unit: null, sop: 'tiada', filters: '', every: 'week', layout: 'case' },
			...{ format: 'csv', locale: 'id', by: 'uji', now: given.now }
		})
	);
	await addSchedule(bench.store, { ...given, every: 'quarter' });
	const failed: unknown[] = [];
	const made = await makeDueReports(bench.store, {
		...JULY,
		failed: (error) => failed.push(error)
	});
	expect([made, failed.length]).toEqual([1, 1]);
});

test('a kept report is removed with a reason by those who see it, says so from then on, and is not made again', async () => {
	const [one, other] = [bench.store.within(['U1']), bench.store.within(['U2'])];
	const kept = (await listSchedules(one)).kept.find((row) => row.removed_at === null);
	const remove = {
		report: kept?.report ?? '',
		reason: ' salah unit ',
		by: 'kepala',
		now: JULY.now
	};
	await expect(removeKeptReport(bench.store, { ...remove, reason: ' ' })).rejects.toThrow(
		'report_reason_missing'
	);
	await expect(removeKeptReport(other, remove)).rejects.toThrow('report_not_found');
	const path = join(bench.folder, 'reports', remove.report);
	expect(existsSync(path)).toBe(true);
	expect(await removeKeptReport(one, remove)).toMatchObject({ name: kept?.name, unit: 'U1' });
	expect(existsSync(path)).toBe(false);
	await expect(readKeptReport(one, remove.report)).rejects.toThrow('report_not_found');
	await expect(removeKeptReport(one, remove)).rejects.toThrow('report_not_found');
	expect((await listSchedules(one)).kept).toContainEqual(
		expect.objectContaining({
			...{ report: remove.report, removed_by: 'kepala', removed_for: 'salah unit' },
			...{ asked_by: 'uji', layout: 'case' }
		})
	);
	expect(await makeDueReports(bench.store, { ...JULY, failed: () => undefined })).toBe(0);
});
