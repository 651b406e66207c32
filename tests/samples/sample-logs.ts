import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Sop, Step } from '$lib/domain/sop/types';
import { loadCatalogue } from '$lib/server/catalogue/load';
import { samplesFolder } from '$lib/server/samples/manifest';

export const home = fileURLToPath(new URL('../..', import.meta.url));

export type LogRow = Record<string, string>;

/** One case of a committed log: its rows, and the step of each (undefined: none of the SOP). */
export interface LoggedCase {
	key: string;
	rows: LogRow[];
	steps: (Step | undefined)[];
	/** Rows that are neither a step nor a milestone. */
	foreign: number;
}

/** The committed log of each SOP, read without the generator's help. */
export const logs: { sop: Sop; cases: LoggedCase[] }[] = loadCatalogue(home).map((sop) => ({
	sop,
	cases: readCases(sop)
}));

function readCases(sop: Sop): LoggedCase[] {
	const text = readFileSync(join(home, samplesFolder, `${sop.id}.csv`), 'utf8').trimEnd();
	const { data, errors } = Papa.parse<LogRow>(text, { header: true });
	if (errors.length > 0) throw new Error(`${sop.id}: ${JSON.stringify(errors[0])}`);
	const named = (texts: string[], written: string) =>
		texts.some((own) => normaliseActivity(own) === normaliseActivity(written));
	const cases = new Map<string, LoggedCase>();
	for (const row of data) {
		const activity = row.kegiatan ?? '';
		const step = sop.steps.find((candidate) =>
			row.no_langkah
				? candidate.no === row.no_langkah
				: named([candidate.activity, ...candidate.aliases], activity)
		);
		const milestone = sop.milestones.some(({ title, aliases }) =>
			named([title, ...aliases], activity)
		);
		const key = row.kasus ?? '';
		const one = cases.get(key) ?? { key, rows: [], steps: [], foreign: 0 };
		one.rows.push(row);
		if (!milestone) one.steps.push(step);
		if (!step && !milestone) one.foreign++;
		cases.set(key, one);
	}
	return [...cases.values()];
}

/** Whether a sequence takes an edge that leads back. */
export function takesLoop(sop: Sop, steps: (Step | undefined)[]): boolean {
	return steps.some((step, place) => {
		const next = steps[place + 1];
		if (!step || !next || step === next) return false;
		return (
			sop.steps.indexOf(next) < sop.steps.indexOf(step) &&
			step.next.some((edge) => edge.to === next.id)
		);
	});
}

/** The rows of a committed file of packages; numbers of the JSON files are turned into texts. */
export function readPackages(name: string): LogRow[] {
	const text = readFileSync(join(home, samplesFolder, 'spse-nontender', name), 'utf8');
	if (name.endsWith('.csv')) return Papa.parse<LogRow>(text.trimEnd(), { header: true }).data;
	return (JSON.parse(text) as Record<string, unknown>[]).map((row) =>
		Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]))
	);
}
