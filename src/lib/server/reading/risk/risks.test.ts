import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';
import { openProduct } from '../../product';
import { countRisks, nameStandings, readStandings } from './risks';

let folder: string;
let store: Store;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tepat-risk-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
});

afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

type Row = [key: string, step: string, from: string, to: string];

/** Ogan Ilir 04: budgets of 10, 10, 25, 15 and 5 minutes. Step 3 takes 20 minutes, 4 and 5 take 10 and 4. */
function completed(key: string, day: string): Row[] {
	const at = (time: string) => `${day} ${time}`;
	return [
		[key, '1', at('08:00'), at('08:05')],
		[key, '2', at('08:05'), at('08:10')],
		[key, '3', at('08:10'), at('08:30')],
		[key, '4', at('08:30'), at('08:40')],
		[key, '5', at('08:40'), at('08:44')]
	];
}

const days = (count: number) =>
	Array.from({ length: count }, (_, at) => `2026-10-${String(1 + (at % 2)).padStart(2, '0')}`);

/** Under way in step 3 since 08:10; the office's data reach to `until`. */
const running = (until: string): Row[] => [
	['JALAN', '1', '2026-10-05 08:00', '2026-10-05 08:05'],
	['JALAN', '2', '2026-10-05 08:05', '2026-10-05 08:10'],
	['LAIN', '1', '2026-10-05 08:00', `2026-10-05 ${until}`]
];

async function importRows(rows: readonly Row[], unit = 'oi'): Promise<void> {
	const path = join(folder, `${unit}.csv`);
	writeFileSync(path, ['kasus,langkah,mulai,selesai', ...rows.map(String), ''].join('\n'));
	await importFiles({
		store,
		files: [{ path, name: `${unit}.csv` }],
		sop: 'oganilir-04',
		unit,
		map: { case: 'kasus', step: 'langkah', started: 'mulai', completed: 'selesai' },
		by: 'test',
		now: '2026-11-20T03:00:00'
	});
}

async function standing(key: string) {
	const all = await nameStandings(store, await readStandings(store, { unit: null, process: null }));
	return all.find(({ caseKey }) => caseKey === key);
}

describe('a running case', () => {
	const vectors: [string, number, string, string][] = [
		['is on track with as much time left as others took', 20, '08:15', 'on_track'],
		['is at risk with less', 20, '08:16', 'at_risk'],
		['is late beyond its budget, not at it', 20, '08:35', 'at_risk'],
		['is late beyond its budget', 20, '08:36', 'late'],
		['cannot be forecast from 19 completed cases', 19, '08:16', 'unknown'],
		['is late without any case to compare with', 0, '08:36', 'late']
	];
	it.each(vectors)('%s', async (_, others, until, risk) => {
		await importRows([
			...days(others).flatMap((day, at) => completed(`K${at}`, day)),
			...running(until)
		]);
		expect((await standing('JALAN'))?.verdict.risk).toBe(risk);
	});

	it('is expected to be completed in the office time that others still took, over nights and weekends', async () => {
		await importRows([
			...days(20).flatMap((day, at) => completed(`K${at}`, day)),
			// Friday 2 October 2026, half an hour before the office closes at 16:30.
			['JALAN', '1', '2026-10-02 15:50', '2026-10-02 15:55'],
			['JALAN', '2', '2026-10-02 15:55', '2026-10-02 16:00'],
			['LAIN', '1', '2026-10-02 15:50', '2026-10-02 16:10']
		]);
		const found = await standing('JALAN');
		// 34 minutes from step 3: 20 on Friday, 14 on Monday.
		expect(found?.expected).toEqual({ at: '2026-10-05T07:44:00', cases: 20 });
		expect(found?.step).toMatchObject({ no: '3' });
	});

	it('is compared with its own office only', async () => {
		await importRows(
			days(30).flatMap((day, at) => completed(`K${at}`, day)),
			'lain'
		);
		await importRows(running('08:16'));
		const found = await standing('JALAN');
		expect(found?.verdict).toMatchObject({ risk: 'unknown', reason: 'few_cases' });
		expect(found?.expected).toBeNull();
		const counts = countRisks(await readStandings(store, { unit: null, process: null }));
		expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(2);
	});
});
