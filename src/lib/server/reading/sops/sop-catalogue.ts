import { inferredValues } from '$lib/domain/sop/inferred-values';
import type { Finding, Sop } from '$lib/domain/sop/types';
import type { Reading } from '../../database/store';
import { confirmationKey } from '../../reference/sops';
import type { Scope } from '../scope';
import { judge, type Judgement } from './sop-verdicts';

/** One SOP of the catalogue with what happened in a scope. */
export interface CatalogueEntry {
	id: string;
	title: string;
	number: string | null;
	office: string | null;
	steps: number;
	limits: number;
	/** As written ("Jumlah"). */
	statedTotal: string | null;
	cases: number;
	completed: number;
	running: number;
	/** Steps of the office and limits; those of suppliers apart. */
	own: Judgement;
	supplier: Judgement;
	deviations: number;
	findings: Finding[];
	/** Inferred values, and how many of them no office has confirmed. */
	inferred: number;
	unconfirmed: number;
}

/** The SOPs of one office; null where the document names none. */
export interface CatalogueGroup {
	office: string | null;
	entries: CatalogueEntry[];
}

/** Answers the catalogue by office, in the order in which offices first have cases, those without any last. */
export async function readCatalogue(store: Reading, scope: Scope): Promise<CatalogueGroup[]> {
	const all = { ...scope, process: null };
	const [versions, confirmed, cases, verdicts, deviations] = await Promise.all([
		store.all('sop/catalogue_versions'),
		store.all('sop/confirmed'),
		store.kept('sop/case_figures', all),
		store.kept('sop/verdicts', all),
		store.kept('sop/deviations', all)
	]);
	const known = new Set(
		confirmed.map((row) => `${row.sop}|${confirmationKey(row.step_id, row.field, row.target)}`)
	);
	const entries = versions.map(({ version, process, document }): CatalogueEntry => {
		const sop = JSON.parse(document) as Sop;
		const values = inferredValues(sop);
		const own = cases.find((row) => row.process === process);
		const judged = verdicts.filter((row) => row.version === version);
		return {
			id: sop.id,
			title: sop.title,
			number: sop.number,
			office: sop.office,
			steps: sop.steps.length,
			limits: sop.limits.length,
			statedTotal: sop.statedTotal,
			cases: own?.cases ?? 0,
			completed: own?.completed ?? 0,
			running: own?.running ?? 0,
			own: judge(judged.filter((row) => !row.supplier)),
			supplier: judge(judged.filter((row) => row.supplier)),
			deviations: deviations
				.filter((row) => row.version === version)
				.reduce((sum, row) => sum + row.total, 0),
			findings: sop.findings,
			inferred: values.length,
			unconfirmed: values.filter(
				(value) =>
					!known.has(`${sop.id}|${confirmationKey(value.stepId, value.field, value.target)}`)
			).length
		};
	});
	return groupByOffice(entries);
}

function groupByOffice(entries: readonly CatalogueEntry[]): CatalogueGroup[] {
	const groups = new Map<string | null, CatalogueEntry[]>();
	for (const entry of entries) {
		groups.set(entry.office, [...(groups.get(entry.office) ?? []), entry]);
	}
	const cases = (group: CatalogueGroup) =>
		group.entries.reduce((sum, entry) => sum + entry.cases, 0);
	return [...groups]
		.map(([office, own]) => ({ office, entries: own }))
		.sort((a, b) => cases(b) - cases(a) || (a.office ?? '').localeCompare(b.office ?? '', 'id'));
}
