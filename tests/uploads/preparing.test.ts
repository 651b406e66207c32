import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '$lib/server/database/store';
import {
	beginDraft,
	discardDraft,
	keepDecisions,
	listDrafts,
	readDraft
} from '$lib/server/uploads/drafts';
import { startImportJob } from '$lib/server/uploads/import-jobs';
import { parseJobRequest } from '$lib/server/uploads/job-request';
import { findReading } from '$lib/server/uploads/readings';
import { receiveUpload } from '$lib/server/uploads/uploads';
import { seedReferenceData } from '$lib/server/reference/seed';
import { Bench, home, now } from '../importing/store';

const owner = 'account 1';
const LOG = [
	'ID;LANGKAH;WAKTU',
	'B-1;Mencatat nota kunjungan tamu yang masuk;2026-03-02 08:05',
	'B-1;Memeriksa persyaratan;2026-03-02 08:30',
	'B-2;Mencatat nota kunjungan tamu yang masuk;2026-03-03 09:05',
	''
].join('\n');
const map = { case: 'ID', activity: 'LANGKAH', completed: 'WAKTU' };
const sop = 'oganilir-01';

let bench: Bench;
beforeEach(async () => {
	bench = await Bench.open();
});
afterEach(() => bench.close());

async function send(draft: string | null, content: string | Uint8Array = LOG, name = 'agenda.csv') {
	const body = new Blob([content as BlobPart]).stream();
	return receiveUpload(bench.store, { name, owner, draft, body, limit: 1e6, now });
}

async function run(request: object, by = owner) {
	const job = await startImportJob(bench.store, parseJobRequest(request), {
		by: 'Ani',
		owner: by,
		now
	});
	await job.end;
	return job;
}

describe('an import in preparation', () => {
	test('comes back with its files, what was seen of them, and what was decided', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		const upload = await send(draft);
		const decisions = { groups: [{ map }] };
		expect(await keepDecisions(bench.store, { draft, owner, decisions, now })).toBe(true);
		expect(await listDrafts(bench.store, owner, now)).toEqual([
			{ draft, changedAt: now, files: ['agenda.csv'], bytes: upload.bytes }
		]);
		expect(await readDraft(bench.store, draft, owner)).toMatchObject({
			decisions,
			uploads: [
				{
					id: upload.id,
					name: 'agenda.csv',
					look: { preview: { names: ['ID', 'LANGKAH', 'WAKTU'] } }
				}
			]
		});
	});

	test('is there after the store was closed and opened again', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		const upload = await send(draft);
		await bench.store.close();
		const again = await openStore({ path: bench.store.path, home });
		try {
			await seedReferenceData(again, now);
			const found = await readDraft(again, draft, owner);
			expect(found?.uploads.map(({ id }) => id)).toEqual([upload.id]);
			const job = await startImportJob(
				again,
				parseJobRequest({
					action: 'import',
					draft,
					groups: [{ uploads: [upload.id], reading: { map } }]
				}),
				{ by: 'Ani', owner, now }
			);
			await job.end;
			expect(job).toMatchObject({ state: 'done', result: { import: 1 } });
			expect(await listDrafts(again, owner, now)).toEqual([]);
		} finally {
			await again.close();
		}
	});

	test('is nobody else’s, and goes with its files', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		await send(draft);
		expect(await readDraft(bench.store, draft, 'account 2')).toBeUndefined();
		expect(await listDrafts(bench.store, 'account 2', now)).toEqual([]);
		await discardDraft(bench.store, draft, 'account 2');
		expect(await readDraft(bench.store, draft, owner)).toBeDefined();
		await discardDraft(bench.store, draft, owner);
		expect(await readDraft(bench.store, draft, owner)).toBeUndefined();
	});

	test('loses a file that somebody took away, and keeps the rest', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		const gone = await send(draft);
		const left = await send(draft);
		await rm(gone.path);
		const found = await readDraft(bench.store, draft, owner);
		expect(found?.uploads.map(({ id }) => id)).toEqual([left.id]);
	});

	test('expires a week after its last change', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		await send(draft);
		const later = '2026-11-26T00:00:00';
		await keepDecisions(bench.store, { draft, owner, decisions: {}, now: later });
		expect(await listDrafts(bench.store, owner, '2026-12-02T23:59:59')).toHaveLength(1);
		expect(await listDrafts(bench.store, owner, '2026-12-03T00:00:01')).toEqual([]);
		expect(await readDraft(bench.store, draft, owner)).toBeUndefined();
	});

	test('shows a table of what only the server can read', async () => {
		const draft = await beginDraft(bench.store, owner, now);
		await send(draft, gzipSync(LOG), 'agenda.csv.gz');
		await send(draft, '{"ID":1,"WAKTU":"x"}\n{"ID":2}\n', 'baris.json');
		await send(draft, '<log><trace></log>', 'rusak.xes');
		const found = await readDraft(bench.store, draft, owner);
		const looks = new Map(found?.uploads.map(({ name, look }) => [name, look]));
		expect(looks.get('agenda.csv.gz')?.preview).toMatchObject({
			names: ['ID', 'LANGKAH', 'WAKTU'],
			rows: [
				['B-1', 'Mencatat nota kunjungan tamu yang masuk', '2026-03-02 08:05'],
				expect.anything(),
				expect.anything()
			]
		});
		expect(looks.get('baris.json')?.preview).toMatchObject({ names: ['ID', 'WAKTU'] });
		expect(looks.get('rusak.xes')).toMatchObject({ preview: null, problem: { params: {} } });
	});
});

/** Rows without the number that the store gives a sequence when it is read. */
const unnumbered = (rows: string[] | undefined) =>
	rows?.map((row) => row.replace(/'variant': \d+, /, ''));

describe('activities and the steps of an SOP', () => {
	const reading = { map, sop };

	test('are counted over all rows, with what each looks like', async () => {
		const { id } = await send(null);
		const job = await run({ action: 'match', groups: [{ uploads: [id], reading }] });
		expect(job.error).toBeUndefined();
		const result = job.result as unknown as {
			matches: [{ activities: unknown[]; steps: unknown[] }];
		};
		expect(result.matches[0].activities).toEqual([
			{
				text: 'Mencatat nota kunjungan tamu yang masuk',
				step: '',
				records: 2,
				match: { by: 'open', suggestions: expect.arrayContaining([expect.anything()]) }
			},
			{ text: 'Memeriksa persyaratan', step: '', records: 1, match: expect.anything() }
		]);
		expect(result.matches[0].steps.length).toBeGreaterThan(5);
		expect(await bench.leftovers()).toEqual([]);
	});

	test('a confirmed text is a step from then on, in other files and after the catalogue is read anew', async () => {
		const { id } = await send(null);
		const matched = await run({ action: 'match', groups: [{ uploads: [id], reading }] });
		const [group] = (
			matched.result as unknown as {
				matches: [{ activities: { match: { suggestions: { step: string }[] } }[] }];
			}
		).matches;
		const step = group.activities[0]?.match.suggestions[0]?.step ?? '';
		const aliases = [{ text: 'Mencatat nota kunjungan tamu yang masuk', step }];
		const done = await run({ action: 'import', groups: [{ uploads: [id], reading, aliases }] });
		expect(done.error).toBeUndefined();
		const steps = () =>
			bench.rows(
				'select distinct s.step_id from activity_step a join sop_step s using (version, step)'
			);
		expect(await steps()).toEqual([{ step_id: step }]);

		const again = await send(null, LOG.replaceAll('B-', 'C-'));
		const next = await run({ action: 'match', groups: [{ uploads: [again.id], reading }] });
		expect(next.result).toMatchObject({
			matches: [{ activities: [{ match: { by: 'saved', step } }, expect.anything()] }]
		});

		// As when the text of the catalogue changes with a new release.
		await bench.store.write(async (tx) => {
			const { registerSop } = await import('$lib/server/reference/sops/versions');
			const { loadCatalogue } = await import('$lib/server/catalogue/load');
			const known = loadCatalogue(home).find((entry) => entry.id === sop);
			if (!known) throw new Error('no such SOP');
			await registerSop(tx, { ...known, title: `${known.title} (baru)` });
		});
		expect(
			await bench.rows(
				"select step_id from sop_name join sop_step using (version, step) where name like 'mencatat nota%'"
			)
		).toEqual([{ step_id: step }]);
	});

	test('a text that is confirmed later changes the cases that have it, and goes with a failed import', async () => {
		const { id } = await send(null);
		await run({ action: 'import', groups: [{ uploads: [id], reading }] });
		const before = await bench.dump();
		const aliases = [{ text: 'Memeriksa persyaratan', step: '2' }];
		const known = (await bench.rows('select step_id from sop_step order by step limit 1'))[0];
		if (aliases[0]) aliases[0].step = String(known?.step_id);
		const broken = await send(null, 'a;b\n1;2\n', 'lain.csv');
		const failed = await run({
			action: 'import',
			groups: [{ uploads: [broken.id], reading, aliases }]
		});
		expect(failed.state).toBe('failed');
		const after = await bench.dump();
		for (const table of ['sop_name', 'step_alias', 'activity_step', 'measurement', 'case_state'])
			expect(unnumbered(after[table]), table).toEqual(unnumbered(before[table]));
	});

	test('a step that the SOP does not have is refused', async () => {
		const { id } = await send(null);
		const aliases = [{ text: 'Memeriksa persyaratan', step: 'no-such' }];
		const job = await run({ action: 'import', groups: [{ uploads: [id], reading, aliases }] });
		expect(job).toMatchObject({ state: 'failed', error: { code: 'alias_step' } });
	});
});

describe('how a file was read', () => {
	test('is offered for the next one with the same columns, with the office only to the same person', async () => {
		const { id } = await send(null);
		const reading = { map, unit: 'kantor-a', timeFormats: ['%d/%m/%Y'] };
		const csv = await run({ action: 'check', groups: [{ uploads: [id], reading }] });
		expect(csv.state).toBe('done');
		const names = ['waktu', 'Id', 'LANGKAH'];
		expect(await findReading(bench.store, { names, owner })).toBeUndefined();
		await run({ action: 'import', groups: [{ uploads: [id], reading }] });
		expect(await findReading(bench.store, { names, owner })).toEqual({ own: true, reading });
		const { unit, ...shared } = reading;
		expect(unit).toBe('kantor-a');
		expect(await findReading(bench.store, { names, owner: 'account 2' })).toEqual({
			own: false,
			reading: shared
		});
		expect(await findReading(bench.store, { names: ['ID'], owner })).toBeUndefined();
	});
});

test('what lies beside the store is never in the folder that statements read', async () => {
	const upload = await send(null);
	expect(upload.path.startsWith(bench.store.workFolder)).toBe(false);
	await writeFile(join(dirname(upload.path), 'x'), '');
});
