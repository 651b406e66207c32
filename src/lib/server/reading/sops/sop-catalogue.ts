import { inferredValues } from '$lib/domain/sop/inferred-values';
import type { Finding, Sop } from '$lib/domain/sop/types';
import { versionKey } from '$lib/domain/sop/versions';
import type { Reading } from '../../database/store';
import { confirmedValues } from '../../reference/sops/carry-over';
import type { Scope } from '../scope';
import { judge, type Judgement } from './sop-verdicts';

/** A version of an SOP of the catalogue with what happened, in a scope, in the cases that it judges. */
export interface CatalogueVersion {
	id: string;
	/** How an address names it, and from when it is in force: ISO date, null of one that is open-ended. */
	version: string;
	effectiveFrom: string | null;
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

/** An SOP of the catalogue: the version that comes into force last, and those before it, the latest first. */
export interface CatalogueEntry extends CatalogueVersion {
	earlier: CatalogueVersion[];
	/** Cases that had begun before any version was in force. */
	unjudged: number;
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
		store.kept('sop/case_figures', { ...all, version: null }),
		store.kept('sop/verdicts', all),
		store.kept('sop/deviations', all)
	]);
	const read = ({
		version,
		document,
		effective_from
	}: (typeof versions)[number]): CatalogueVersion => {
		const sop = JSON.parse(document) as Sop;
		const values = inferredValues(sop);
		const own = cases.find((row) => row.version === version);
		const known = confirmedValues(
			sop,
			confirmed.filter((row) => row.sop === sop.id)
		);
		const judged = verdicts.filter((row) => row.version === version);
		return {
			id: sop.id,
			version: versionKey(effective_from),
			effectiveFrom: effective_from,
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
			unconfirmed: values.length - known.size
		};
	};
	// The versions of an SOP stand together, the one that comes into force last at the end.
	const entries = versions.flatMap((row, at): CatalogueEntry[] => {
		if (versions[at + 1]?.sop === row.sop) return [];
		const earlier = versions.slice(0, at).filter(({ sop }) => sop === row.sop);
		const unjudged = cases.find((one) => one.process === row.process && one.version === 0);
		return [{ ...read(row), earlier: earlier.reverse().map(read), unjudged: unjudged?.cases ?? 0 }];
	});
	return groupByOffice(entries);
}

function groupByOffice(entries: readonly CatalogueEntry[]): CatalogueGroup[] {
	const groups = new Map<string | null, CatalogueEntry[]>();
	for (const entry of entries) {
		groups.set(entry.office, [...(groups.get(entry.office) ?? []), entry]);
	}
	const cases = (group: CatalogueGroup) =>
		group.entries
			.flatMap((entry) => [entry, ...entry.earlier])
			.reduce((sum, entry) => sum + entry.cases, 0);
	return [...groups]
		.map(([office, own]) => ({ office, entries: own }))
		.sort((a, b) => cases(b) - cases(a) || (a.office ?? '').localeCompare(b.office ?? '', 'id'));
}
