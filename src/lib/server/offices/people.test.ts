import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../database/store';
import { importFiles } from '../importing/import-files';
import { openProduct } from '../product';
import { deviationsOfCase } from '../reading/deviations/deviation-list';
import { readPeople } from '../reading/people/people';
import { WHOLE } from '../reading/scope';
import { confirmInference } from '../reference/sops/confirm';
import { addPersonRole, endPersonRole, importPeople, removePersonRole } from './people';

const now = '2026-11-20T03:00:00';
const writer = { by: 'Uji', now };
let folder: string;
let store: Store;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tepat-people-'));
	store = await openProduct({ path: join(folder, 'tepat.duckdb'), home: process.cwd() });
});

afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

/** Ogan Ilir 04, all five steps of case A on 5 October and of case B on 2 November, by the people given. */
async function importLog(
	people: readonly string[],
	roles: readonly string[] = [],
	cases = ['A 2026-10-05', 'B 2026-11-02']
): Promise<void> {
	const path = join(folder, 'log.csv');
	const lines = cases.flatMap((each) => {
		const [key, day] = each.split(' ');
		return people.map(
			(person, at) =>
				`${key},${at + 1},${day} 08:0${at},${day} 08:0${at + 1},${person},${roles[at] ?? ''}`
		);
	});
	writeFileSync(path, ['kasus,langkah,mulai,selesai,orang,peran', ...lines, ''].join('\n'));
	await importFiles({
		store,
		files: [{ path, name: 'log.csv' }],
		sop: 'oganilir-04',
		unit: 'oi',
		map: {
			...{ case: 'kasus', step: 'langkah', started: 'mulai', completed: 'selesai' },
			...{ actor: 'orang', role: 'peran' }
		},
		by: 'test',
		now
	});
}

/** `A 2` for each step that somebody else did; asked for it, `A 2?` where that is provisional. */
async function wrong(marked = false): Promise<string[]> {
	const cases = await store.all('reading/cases', WHOLE);
	const found = await Promise.all(
		cases.map(async ({ case_id, case_key }) =>
			(await deviationsOfCase(store, case_id))
				.filter(({ kind }) => kind === 'wrong_actor')
				.map(
					(row) => `${case_key} ${row.step?.no}${marked && row.state === 'provisional' ? '?' : ''}`
				)
		)
	);
	return found.flat().sort();
}

/** The actors of the five steps, from the catalogue itself. */
async function actors(): Promise<string[]> {
	const version = await store.get('sop/version', { sop: 'oganilir-04', since: null });
	const { steps } = JSON.parse(version?.document ?? '{}') as { steps: { actors: string[] }[] };
	return steps.map((step) => step.actors[0] ?? '');
}

const ani = (role: string | undefined, from: string, until = '') => ({
	...{ person: 'ANI  SE.', role: role ?? '', from, until }
});
const crew = ['Ani SE', 'Budi', 'Citra', 'Dewi', 'Eka'];

describe('the table of persons and roles', () => {
	it('says nothing of persons whom it does not know', async () => {
		await importLog(crew);
		expect(await wrong()).toEqual([]);
		const { coverage, unnamed } = await readPeople(store, 'oi');
		expect(coverage).toMatchObject({ steps: 10, judged: 0, unknown: 10, nobody: 0 });
		expect(unnamed.map(({ person }) => person)).toEqual(crew);
	});

	it('finds who is not the actor of a step on that date, and only then', async () => {
		await importLog(crew.with(1, 'Ani SE'));
		const [first, second] = await actors();
		expect(first).not.toBe(second);
		await addPersonRole(store, 'oi', ani(first, '2026-11-01'), writer);
		// Case A is of October, when nobody knew the person.
		expect(await wrong()).toEqual(['B 2']);
		await addPersonRole(store, 'oi', ani(second, '2026-11-02'), writer);
		expect(await wrong()).toEqual([]);
		const { coverage, rows } = await readPeople(store, 'oi');
		expect(coverage).toMatchObject({ steps: 10, judged: 2, unknown: 8, wrong: 0 });
		expect(rows.map(({ events }) => events)).toEqual([4, 4]);
	});

	it('judges anew when a role ends or is taken away', async () => {
		await importLog(crew);
		const [first, second] = await actors();
		await addPersonRole(store, 'oi', ani(second, '2026-01-01'), writer);
		expect(await wrong()).toEqual(['A 1', 'B 1']);
		const [row] = (await readPeople(store, null)).rows;
		const entry = row?.entry ?? 0;
		await endPersonRole(store, entry, '2026-10-05', now);
		expect(await wrong()).toEqual(['A 1']);
		await endPersonRole(store, entry, '2026-10-04', now);
		expect(await wrong()).toEqual([]);
		await expect(endPersonRole(store, entry, '2025-12-31', now)).rejects.toMatchObject({
			code: 'people_until_before_from'
		});
		await addPersonRole(store, 'oi', ani(second, '2026-10-05'), writer);
		expect(await wrong()).toEqual(['A 1', 'B 1']);
		for (const { entry } of (await readPeople(store, null)).rows) {
			await removePersonRole(store, entry, now);
		}
		expect(await wrong()).toEqual([]);
		expect(first).toBeTruthy();
	});

	it('counts for what is imported later, and in a sentence with the role that is known', async () => {
		const [first, second] = await actors();
		await importLog(['Orang lain'], [], ['Z 2026-09-01']);
		await addPersonRole(store, 'oi', ani(second, '2026-01-01'), writer);
		await importLog(crew);
		expect(await wrong()).toEqual(['A 1', 'B 1']);
		const cases = await store.all('reading/cases', WHOLE);
		const found = cases.find(({ case_key }) => case_key === 'A');
		const deviations = await deviationsOfCase(store, found?.case_id ?? 0);
		const row = deviations.find(({ kind }) => kind === 'wrong_actor');
		expect(row).toMatchObject({ category: 'pelaksana', severity: 'sedang' });
		expect(row?.sentence).toContain(`Ani SE, ${second}`);
		expect(row?.sentence).toContain(first);
	});

	it('takes the role that the log writes where it is an actor of an SOP, and no other', async () => {
		const own = await actors();
		await importLog(crew, own.with(0, own[1] ?? '').with(2, 'Pejabat entah apa'));
		expect(await wrong()).toEqual(['A 1', 'B 1']);
		expect((await readPeople(store, null)).coverage).toMatchObject({
			...{ steps: 10, judged: 8, unknown: 2 }
		});
	});

	it('adds a whole file or nothing of it, and refuses a role twice at a time', async () => {
		await importLog(crew);
		const [first, second] = await actors();
		const bad = `nama;peran;dari;sampai\nBudi;${second};2026-01-01;\nCitra;Sopir;2026-01-01;\n`;
		await expect(importPeople(store, 'oi', bad, writer)).rejects.toMatchObject({
			code: 'people_csv_rows',
			params: { count: 1 }
		});
		expect((await readPeople(store, null)).rows).toEqual([]);
		const good = `nama;peran;dari;sampai\nBudi;${second};2026-01-01;\nAni SE;${first};2026-01-01;2026-12-31\n`;
		expect(await importPeople(store, 'oi', good, writer)).toBe(2);
		expect(await wrong()).toEqual([]);
		await expect(importPeople(store, 'oi', good, writer)).rejects.toMatchObject({
			code: 'people_overlap'
		});
		await expect(
			addPersonRole(store, 'xx', ani(first, '2026-01-01'), writer)
		).rejects.toMatchObject({ code: 'unknown_unit' });
	});
});

describe('an inferred actor', () => {
	it('accuses nobody until an office confirms it', async () => {
		const version = await store.get('sop/version', { sop: 'badung-02', since: null });
		const { steps } = JSON.parse(version?.document ?? '{}') as {
			steps: { id: string; no: string; actors: string[]; inferences: { field: string }[] }[];
		};
		const step = steps.find(({ inferences }) => inferences.some(({ field }) => field === 'actors'));
		if (!step) throw new Error('the actors of Badung are inferred');
		const roles = await store.all('people/roles');
		const other = roles.find(({ role }) => !step.actors.includes(role))?.role ?? '';
		const path = join(folder, 'b.csv');
		writeFileSync(path, `kasus,langkah,selesai,orang\nA,${step.id},2026-10-05 08:00,Ani\n`);
		await importFiles({
			...{ store, files: [{ path, name: 'b.csv' }], sop: 'badung-02', unit: 'oi' },
			map: { case: 'kasus', step: 'langkah', completed: 'selesai', actor: 'orang' },
			...{ by: 'test', now }
		});
		await addPersonRole(
			store,
			'oi',
			{ person: 'Ani', role: other, from: '2026-01-01', until: '' },
			writer
		);
		expect(await wrong(true)).toEqual([`A ${step.no}?`]);
		await confirmInference(store, {
			...{ sop: 'badung-02', by: 'Kepala', now },
			values: [{ stepId: step.id, field: 'actors', target: '' }]
		});
		expect(await wrong(true)).toEqual([`A ${step.no}`]);
	});
});
