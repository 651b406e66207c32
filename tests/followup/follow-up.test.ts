import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { receiveEvidence, readEvidence } from '$lib/server/followup/evidence';
import { followUp, readHistory } from '$lib/server/followup/follow-up';
import { undoImport } from '$lib/server/importing/undo';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { listDeviations } from '$lib/server/reading/deviations/deviation-list';
import { WHOLE } from '$lib/server/reading/scope';
import { NOW, Workbench } from '../pipeline/workbench';

const step = loadCatalogue(process.cwd())
	.find(({ id }) => id === 'oganilir-01')
	?.steps.find(({ id }) => id === '1');
/** Two minutes are allowed, and two for the next step, which is open until the data date. */
const line = (key: string, until: string) =>
	`${key},"${(step?.activity ?? '').replaceAll('"', '""')}",2026-06-02 08:00:00,2026-06-02 ${until}`;
const HEADER = 'case,activity,started,completed';
const by = { account: 1, name: 'dewi', owner: 'account 1' };

let bench: Workbench;
let imported: number;
beforeAll(async () => {
	bench = await Workbench.open();
	imported = await load();
});
afterAll(() => bench.close());

async function load(): Promise<number> {
	const rows = [line('A', '08:03:00'), line('B', '08:04:00'), line('C', '08:02:00')];
	const { import: number } = await bench.import(HEADER, rows, { sop: 'oganilir-01', unit: 'U1' });
	return number ?? 0;
}
async function list(query = '') {
	const filters = parseDeviationFilters(new URLSearchParams(query), null);
	const place = { key: null, backward: false };
	return (await listDeviations(bench.store, { scope: WHOLE, filters, place })).rows;
}
const act = (over: Partial<Parameters<typeof followUp>[1]>) =>
	followUp(bench.store, {
		ids: [],
		act: 'explain',
		body: 'Listrik padam',
		files: [],
		by,
		now: NOW,
		...over
	});
const bytes = (text: string) =>
	Readable.toWeb(Readable.from([Buffer.from(text)])) as ReadableStream<Uint8Array>;

describe('follow-up', () => {
	test('one cause explains many at once, with its evidence, and the list is filtered by it', async () => {
		const ids = (await list('kind=late_step')).map(({ id }) => id);
		expect(ids).toHaveLength(2);
		const file = await receiveEvidence(bench.store, {
			name: '../surat PLN.pdf',
			owner: by.owner,
			body: bytes('bukti'),
			now: NOW
		});
		expect(file).toMatchObject({ name: 'surat PLN.pdf', bytes: 5 });
		const result = await act({ ids, files: [file.file] });
		expect(result).toMatchObject({ done: 2, left: {}, units: ['U1'] });
		expect((await list('follow=explained')).map(({ id }) => id).sort()).toEqual([...ids].sort());
		expect(await list('follow=open&kind=late_step')).toEqual([]);
		const history = await readHistory(bench.store, ids[0] ?? '');
		expect(history).toMatchObject([
			{ act: 'explain', state: 'explained', body: 'Listrik padam', by_name: 'dewi' }
		]);
		expect(history[0]?.files).toMatchObject([{ name: 'surat PLN.pdf' }]);
		const { body } = await readEvidence(bench.store, file.file);
		expect(await new Response(body).text()).toBe('bukti');
		expect(await readFile(join(bench.folder, 'evidence', file.file), 'utf8')).toBe('bukti');
	});

	test('a file can be attached by its sender only, and once', async () => {
		const [first] = await list('kind=late_step');
		const { file } = await receiveEvidence(bench.store, {
			name: 'x',
			owner: 'account 2',
			body: bytes('x'),
			now: NOW
		});
		await expect(act({ ids: [first?.id ?? ''], files: [file] })).rejects.toThrow(
			'evidence_not_found'
		);
		await expect(readEvidence(bench.store, file)).rejects.toThrow('evidence_not_found');
		expect(await readHistory(bench.store, first?.id ?? '')).toHaveLength(1);
	});

	test('goes on from state to state, and what does not fit is left', async () => {
		const [a, b] = (await list('kind=late_step&sort=case')).map(({ id }) => id);
		if (!a || !b) throw new Error('no deviations');
		expect(await act({ ids: [a], act: 'accept', body: 'Ya' })).toMatchObject({ done: 1 });
		expect(await act({ ids: [a, b], act: 'reject', body: 'Tidak' })).toMatchObject({
			done: 1,
			left: { accepted: 1 }
		});
		await expect(act({ ids: [a], act: 'explain' })).rejects.toThrow('follow_up_state');
		expect(await act({ ids: [a, b], act: 'close', body: 'Selesai' })).toMatchObject({ done: 2 });
		expect((await readHistory(bench.store, a)).map(({ state }) => state)).toEqual([
			'explained',
			'accepted',
			'closed'
		]);
	});

	test('is not open to somebody who does not see the office', async () => {
		const [first] = await list('kind=late_step');
		await expect(
			followUp(bench.store.within(['U2']), {
				ids: [first?.id ?? ''],
				act: 'reopen',
				body: 'x',
				files: [],
				by,
				now: NOW
			})
		).rejects.toThrow('deviation_not_found');
		const hidden = bench.store.within(['U2']);
		expect(await readHistory(hidden, first?.id ?? '')).toEqual([]);
		await expect(
			hidden.all('followup/gone', { id: null, unit: null, process: null })
		).resolves.toEqual([]);
	});

	test('survives taking an import back and importing it again; meanwhile it is no longer found', async () => {
		const gone = () => bench.store.all('followup/gone', { id: null, unit: null, process: null });
		expect(await gone()).toEqual([]);
		await undoImport({ store: bench.store, import: imported, now: NOW });
		expect(await list()).toEqual([]);
		expect((await gone()).map(({ case_key, state }) => [case_key, state]).sort()).toEqual([
			['A', 'closed'],
			['B', 'closed']
		]);
		await load();
		expect(await gone()).toEqual([]);
		expect(await list('follow=closed')).toHaveLength(2);
	});

	test('an explanation that is asked for is overdue once its date is over by the clock of the capital', async () => {
		const [first] = await list('kind=late_step');
		const ids = [first?.id ?? ''];
		await act({ ids, act: 'reopen', body: 'Belum lengkap' });
		await act({ ids, act: 'ask', body: 'Mengapa?', due: '2026-11-25' });
		const overdue = async (now: string) =>
			(
				await listDeviations(bench.store, {
					scope: WHOLE,
					filters: parseDeviationFilters(new URLSearchParams('follow=overdue'), now),
					place: { key: null, backward: false }
				})
			).rows.map(({ id }) => id);
		expect(await list('follow=asked')).toMatchObject([{ id: ids[0], due: '2026-11-25' }]);
		expect(await overdue('2026-11-25T16:59:59')).toEqual([]);
		expect(await overdue('2026-11-25T17:00:00')).toEqual(ids);
		await act({ ids, act: 'explain' });
		expect(await overdue('2026-11-26T00:00:00')).toEqual([]);
		expect((await readHistory(bench.store, ids[0] ?? '')).slice(-2)).toMatchObject([
			{ act: 'ask', state: 'asked', due: '2026-11-25' },
			{ act: 'explain', state: 'explained', due: null }
		]);
	});
});

test('the counts of the list are those of the overview, whatever was decided', async () => {
	const filters = parseDeviationFilters(new URLSearchParams(), null);
	const { counts } = await summariseDeviations(bench.store, { scope: WHOLE, filters });
	const overview = await bench.store.all('overview/deviations', {
		unit: null,
		process: null,
		from: null,
		to: null,
		before_from: null,
		before_to: null,
		whole: true
	});
	const sum = (rows: typeof overview) => rows.reduce((n, row) => n + row.deviations, 0);
	expect(counts.total).toBe(sum(overview));
	expect(counts.open).toBe(sum(overview.filter((row) => !row.excused && !row.provisional)));
	expect(counts.total).toBe((await list()).length);
});
