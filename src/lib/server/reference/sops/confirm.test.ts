import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';
import { openProduct } from '../../product';
import { WHOLE } from '../../reading/scope';
import { summarise } from '../../reading/summary';
import { confirmInference } from './confirm';

const now = '2026-11-20T03:00:00';
const clock = (stepId: string) => ({ stepId, field: 'clock', target: '' });

// Three days for a step of one day, in a document that writes "hari" without saying which days.
const log = `kasus,langkah,mulai,selesai
A,1,2026-11-02,2026-11-03
A,2,2026-11-03,2026-11-04
A,3,2026-11-04,2026-11-09
B,1,2026-11-02,2026-11-02
`;

let folder: string;
let store: Store;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tepat-confirm-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
	const path = join(folder, 'log.csv');
	writeFileSync(path, log);
	await importFiles({
		store,
		files: [{ path, name: 'log.csv' }],
		sop: 'badung-02',
		unit: 'badung',
		map: { case: 'kasus', step: 'langkah', started: 'mulai', completed: 'selesai' },
		by: 'test',
		now,
		sample: false
	});
});

afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

const confirm = (values: { stepId: string; field: string; target: string }[], by = 'I Made Arta') =>
	confirmInference(store, { sop: 'badung-02', values, by, now });

describe('confirming what was inferred', () => {
	it('judges verdicts that rested on the clock, and only those whose clock is confirmed', async () => {
		const before = await summarise(store, WHOLE);
		expect(before).toMatchObject({
			onTime: 0,
			late: 0,
			provisional: 3,
			own: { onTimeRate: null, coverage: 0 },
			coverage: 0
		});
		expect(before.deviations).toEqual({});

		expect(await confirm([clock('3')])).toEqual({ confirmed: 1, judged: 1 });
		const between = await summarise(store, WHOLE);
		expect(between).toMatchObject({ onTime: 0, late: 1, provisional: 2 });
		expect(between.deviations).toEqual({ late_step: 1 });

		expect(await confirm([clock('1')])).toEqual({ confirmed: 1, judged: 2 });
		expect(await summarise(store, WHOLE)).toMatchObject({
			onTime: 2,
			late: 1,
			provisional: 0,
			coverage: 1
		});
	});

	it('keeps who confirmed first', async () => {
		await confirm([clock('1')], '  I Made   Arta ');
		expect(await confirm([clock('1')], 'Orang Lain')).toEqual({ confirmed: 0, judged: 0 });
		const rows = await store.all('reference/processes/confirmations', { sop: 'badung-02' });
		expect(rows).toMatchObject([{ step_id: '1', field: 'clock', confirmed_by: 'I Made Arta' }]);
	});

	it('changes nothing when one of the values is not inferred', async () => {
		await expect(confirm([clock('1'), clock('2')])).rejects.toMatchObject({
			code: 'confirmation_unknown',
			params: { field: 'clock', step: '2' }
		});
		expect(await store.all('reference/processes/confirmations', { sop: 'badung-02' })).toEqual([]);
		expect(await summarise(store, WHOLE)).toMatchObject({ provisional: 3 });
	});

	it.each([
		['without a name', [clock('1')], ' ', 'confirmation_name_missing'],
		['with a name that is no name', [clock('1')], 'x'.repeat(121), 'text_too_long'],
		['without a value', [], 'I Made Arta', 'confirmation_nothing_chosen']
	])('is refused %s', async (_, values, by, code) => {
		await expect(confirm(values, by)).rejects.toMatchObject({ code });
	});

	it('is refused for an SOP that is not in the store', async () => {
		await expect(
			confirmInference(store, { sop: 'tidak-ada', values: [clock('1')], by: 'I Made Arta', now })
		).rejects.toMatchObject({ code: 'unknown_sop' });
	});
});
