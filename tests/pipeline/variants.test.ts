import { afterEach, expect, test } from 'vitest';
import { NO_FILTERS } from '$lib/domain/filters/filters';
import { undoImport } from '$lib/server/importing/undo';
import { forgetAliases, saveAliases } from '$lib/server/reference/sops/aliases';
import { listCases, parseCaseFilters } from '$lib/server/reading/cases/case-list';
import { readMap, parseMapChoice, readPath } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { listVariants } from '$lib/server/reading/mining/variants';
import { WHOLE } from '$lib/server/reading/scope';
import { summarise } from '$lib/server/reading/summary';
import { NOW, Workbench } from './workbench';

const HEADER = 'case,activity,started,completed';
const SOP = 'oganilir-03';
const STEPS = [
	'Permohonan permintaan user ID dan Password diterima dari ULP',
	'Mengecek kelengkapan data permohonan',
	'Mengoreksi isi surat permohonan & kelengkapn persyaratan, menyetujui',
	'Login dan menginput data ke system Website LPSE, menentukan User ID dan Password',
	'Memberikan user ID dan password ke anggota Pokja ULP (ULP)'
];
const MEETING = 'Rapat';

const benches: Workbench[] = [];
afterEach(async () => {
	for (const bench of benches.splice(0)) await bench.close();
});

async function open(): Promise<Workbench> {
	const bench = await Workbench.open();
	benches.push(bench);
	return bench;
}

/** Two cases of an office, one with a meeting that the SOP does not have; spelled as the office spells. */
function load(bench: Workbench, unit: string, spell: (text: string) => string, meeting = MEETING) {
	const rows = (key: string, activities: string[]) =>
		activities.map((activity, index) => {
			const at = (minute: string) => `2026-06-02 ${String(8 + index).padStart(2, '0')}:${minute}`;
			return `${key},"${activity}",${at('00')},${at('05')}`;
		});
	const steps = STEPS.map(spell);
	const met = [...steps.slice(0, 2), meeting, ...steps.slice(2)];
	return bench.import(HEADER, [...rows(`${unit}-1`, steps), ...rows(`${unit}-2`, met)], {
		...{ sop: SOP, unit, name: `${unit}.csv` }
	});
}

const loud = (text: string) => text.toUpperCase();
const spaced = (text: string) => ` ${text.replaceAll(' ', '  ')}.`;

/** What a reader sees of the variants, without the numbers by which the store refers to them. */
async function shown(bench: Workbench) {
	const mined = await findMined(bench.store, SOP, NO_FILTERS);
	const { rows } = await listVariants(bench.store, mined, { page: 1 });
	const map = await readMap(bench.store, mined, parseMapChoice(new URLSearchParams('paths=100')));
	return {
		variants: rows
			.map(({ cases, fitness, moves }) => JSON.stringify({ cases, fitness, moves }))
			.sort(),
		listed: await bench.store.all('reading/variants', WHOLE),
		counted: (await summarise(bench.store, WHOLE)).variants,
		map: JSON.stringify(
			map.edges.map((edge) => ({
				...edge,
				source: name(map, edge.source),
				target: name(map, edge.target)
			}))
		)
	};
}

const name = (map: Awaited<ReturnType<typeof readMap>>, node: number | null) =>
	map.nodes.find((each) => each.node === node)?.label ?? null;

test('offices that spell the same steps in other ways show the same variants, in whatever order they come', async () => {
	const [one, other] = [await open(), await open()];
	await load(one, 'a', loud);
	await load(one, 'b', spaced);
	await load(other, 'b', spaced);
	await load(other, 'a', loud);
	const seen = await shown(one);
	expect(seen.listed).toEqual([
		{ process: SOP, cases: 2, activities: STEPS },
		{ process: SOP, cases: 2, activities: [...STEPS.slice(0, 2), MEETING, ...STEPS.slice(2)] }
	]);
	expect([seen.variants.length, seen.counted]).toEqual([2, 2]);
	expect(await shown(other)).toEqual(seen);
});

test('what the SOP does not have tells variants apart by how it is written', async () => {
	const bench = await open();
	await load(bench, 'a', loud);
	await load(bench, 'b', loud, 'Jamuan');
	const { variants, listed } = await shown(bench);
	expect(variants).toHaveLength(3);
	expect(listed.map(({ activities }) => activities[2])).toEqual([STEPS[2], 'Jamuan', MEETING]);
});

test('after an import is undone the others show their variants as if it had never been', async () => {
	const [bench, alone] = [await open(), await open()];
	const first = await load(bench, 'a', loud);
	const before = await shown(bench);
	const second = await load(bench, 'b', spaced);
	await undoImport({ store: bench.store, import: second.import ?? 0, now: NOW });
	expect(await shown(bench)).toEqual(before);
	await load(bench, 'b', spaced);
	await undoImport({ store: bench.store, import: first.import ?? 0, now: NOW });
	await load(alone, 'b', spaced);
	expect(await shown(bench)).toEqual(await shown(alone));
});

test('a text that is said to mean a step joins the variants of that step, and leaves them again', async () => {
	const bench = await open();
	const spelling = 'Cek data';
	await load(bench, 'a', loud);
	await load(bench, 'b', (text) => (text === STEPS[1] ? spelling : text));
	const before = await shown(bench);
	expect(before.counted).toBe(4);
	const aliases = await saveAliases(bench.store, {
		...{ sop: SOP, by: 'test', now: NOW },
		aliases: [{ step: '2', text: spelling }]
	});
	const joined = await shown(bench);
	expect([joined.counted, joined.variants.length]).toEqual([2, 2]);
	await forgetAliases(bench.store, { sop: SOP, aliases, now: NOW });
	expect(await shown(bench)).toEqual(before);
});

test('a path of the map leads to the cases of every spelling', async () => {
	const bench = await open();
	await load(bench, 'a', loud);
	await load(bench, 'b', spaced);
	const mined = await findMined(bench.store, SOP, NO_FILTERS);
	const params = new URLSearchParams('paths=100&path=1.2');
	const path = await readPath(bench.store, mined, params);
	expect(path?.name).toBe(`1. ${STEPS[0]} → 2. ${STEPS[1]}`);
	const list = await listCases(bench.store, {
		...{ scope: WHOLE, status: null, filters: parseCaseFilters(params) },
		place: { key: null, backward: false },
		variants: path?.variants ?? null
	});
	expect(list.counts.cases).toBe(4);
});
