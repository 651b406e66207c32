import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLog } from '$lib/server/reading/interchange/log-file';
import type { LogFormat } from '$lib/server/reading/interchange/log-file';
import { modelFile } from '$lib/server/reading/interchange/model-file';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { readVariantDraft } from '$lib/server/reading/interchange/variant-draft';
import { findMined, listMined } from '$lib/server/reading/mining/mined-process';
import { listVariants } from '$lib/server/reading/mining/variants';
import { parseRank, variantSop } from '$lib/server/reading/interchange/variant-sop';
import { parseSop } from '$lib/domain/sop/parse';
import { findVersion, registerSop } from '$lib/server/reference/sops/versions';
import { WHOLE } from '$lib/server/reading/scope';
import { Bench } from './store';

const LOG = [
	'case,activity,completed,actor',
	...['A', 'B', 'C'].flatMap((key, index) => [
		`${key},Daftar <b>,2026-06-0${index + 2} 08:00:00,Ani`,
		`${key},Periksa & 'catat',2026-06-0${index + 2} 09:00:00,Budi`,
		...(index === 0 ? [`${key},Periksa & 'catat',2026-06-02 09:00:01,Budi`] : []),
		`${key},Selesai,2026-06-0${index + 2} 10:00:00,`
	]),
	''
].join('\n');

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	await bench.import([await bench.file('log.csv', LOG)], { unit: 'kantor' });
});
afterAll(() => bench.close());

async function exported(from: Bench, format: LogFormat): Promise<string> {
	const pieces: string[] = [];
	for await (const piece of writeLog(from.store, { scope: WHOLE, format })) pieces.push(piece);
	return pieces.join('');
}

const sequences = (of: Bench) =>
	of.rows(`
		select count(*)::integer as events, list(a.text order by e.position) as activities, min(e.completed)::varchar as first
		from event e join activity a using (activity) where e.position is not null group by e.case_id order by first
	`);

describe('a log that leaves the product', () => {
	test.each<LogFormat>(['xes', 'csv'])(
		'as %s comes back with the same cases, and is the same bytes each time',
		async (format) => {
			const text = await exported(bench, format);
			expect(await exported(bench, format)).toBe(text);
			const other = await Bench.open();
			try {
				const { files } = await other.import([await other.file(`log.${format}`, text)], {
					unit: 'lain'
				});
				expect(files[0]).toMatchObject({ rejected: 0, duplicates: 0, events: 10 });
				expect(await sequences(other)).toEqual(await sequences(bench));
			} finally {
				await other.close();
			}
		}
	);
});

describe('a log of an SOP', () => {
	const spelt =
		'Melakukan login pada Websit LPSE terdaftar, memilih aplikasi E-Procurement lainnya, memilih aplikasi E-Purchasing';

	test('names its steps as the Petri net does, whatever the log calls them', async () => {
		const other = await Bench.open();
		try {
			const lines = ['case,activity,completed', `X,"${spelt}",2026-06-02`, 'X,rapat,2026-06-03'];
			await other.import([await other.file('pos.csv', lines.join('\n'))], {
				unit: 'kantor',
				sop: 'pos-epurchasing'
			});
			const { sop } = await findVersion(other.store, 'pos-epurchasing', null);
			const labels = new Set(
				[...modelFile(sop, 'pnml').matchAll(/<text>(.*?)<\/text>/g)].map(([, text]) => text)
			);
			const events = (await exported(other, 'xes')).match(/<event>.*?<\/event>/g) ?? [];
			const value = (event: string, key: string) =>
				new RegExp(`key="${key}" value="(.*?)"`).exec(event)?.[1];
			expect(events.map((event) => value(event, 'activity_text'))).toEqual([spelt, 'rapat']);
			expect(events.map((event) => labels.has(value(event, 'concept:name') ?? ''))).toEqual([
				true,
				false
			]);
			expect(events.map((event) => value(event, 'time_precision'))).toEqual(['day', 'day']);
		} finally {
			await other.close();
		}
	});

	test('keeps what is known to the day only so, as CSV', async () => {
		const from = await Bench.open();
		const into = await Bench.open();
		try {
			const lines = ['case,activity,completed', 'X,Daftar,2026-06-02', 'X,Selesai,2026-06-03'];
			await from.import([await from.file('days.csv', lines.join('\n'))], { unit: 'kantor' });
			const text = await exported(from, 'csv');
			expect(text).toContain(',2026-06-02,');
			await into.import([await into.file('days.csv', text)], { unit: 'kantor' });
			const precisions = 'select precision, completed::varchar as completed from event order by 2';
			expect(await into.rows(precisions)).toEqual(await from.rows(precisions));
		} finally {
			await from.close();
			await into.close();
		}
	});
});

describe('an SOP from a variant of a log', () => {
	test('offers the most frequent of those who did a step where they are too many for one post', async () => {
		const other = await Bench.open();
		try {
			const who = ['Ani', 'Ani', 'Ani', 'Budi', 'Budi', 'Citra', 'Dedi'];
			const lines = who.flatMap((name, at) => [
				`K${at},Terima,2026-06-02 08:0${at},${name}`,
				`K${at},Simpan,2026-06-02 09:0${at},Eka`
			]);
			const log = ['case,activity,completed,actor', ...lines, ''].join('\n');
			await other.import([await other.file('izin.csv', log)], { unit: 'kantor' });
			const [process] = await listMined(other.store, NO_FILTERS);
			const mined = await findMined(other.store, process?.code ?? '', NO_FILTERS);
			const { rows } = await listVariants(other.store, mined, { page: 1 });
			const draft = await readVariantDraft(other.store, mined, rows[0]?.variant ?? null);
			expect(draft.steps).toEqual([
				{
					...{ activity: 'Terima', actors: [] },
					often: {
						most: [
							{ name: 'Ani', hits: 3 },
							{ name: 'Budi', hits: 2 },
							{ name: 'Citra', hits: 1 }
						],
						...{ names: 4, n: 7 }
					}
				},
				{ activity: 'Simpan', actors: ['Eka'], often: null }
			]);
		} finally {
			await other.close();
		}
	});

	test('is made of the most frequent one', async () => {
		const { yaml: text, cases } = await variantSop(bench.store, { scope: WHOLE, rank: 1 });
		expect(cases).toBe(2);
		expect(text).toContain('closed: true');
		expect(text.match(/activity:/g)).toHaveLength(3);
		const { files } = await bench.import(
			[await bench.file('again.csv', LOG.replaceAll('Ani', 'Eka'))],
			{
				sop: (tx) => registerSop(tx, parseSop(text, 'variant-1.yaml')),
				unit: 'baru'
			}
		);
		expect(files[0]).toMatchObject({ rejected: 0 });
		// All three sequences lie along the SOP, and an SOP made of a variant is closed.
		expect(
			await bench.rows(
				`select state, count(*)::integer as cases from case_state join process using (process) where code = 'variant-1' group by state`
			)
		).toEqual([{ state: 'completed', cases: 3 }]);
	});

	test('is refused for a rank that is not there', async () => {
		await expect(variantSop(bench.store, { scope: WHOLE, rank: 99 })).rejects.toMatchObject({
			code: 'cli_no_variant'
		});
		expect(['1', '12', '0', '-1', '1.5', ''].map(parseRank)).toEqual([
			1,
			12,
			null,
			null,
			null,
			null
		]);
	});
});
