import type { CaseState, Filters } from '$lib/domain/filters/filters';
import type { Reading } from '../../database/store';
import type { Queries } from '../../database/generated/queries';
import { documentPlaces, funnelOf } from './package-stages';
import type { Funnel, Stage } from './package-stages';
import { scopeOfFilters } from '../scope';

/** A process whose packages can be looked at. */
export interface PackageProcess {
	process: number;
	code: string;
	title: { id: string; en: string };
	packages: number;
}

/** What the queries of this page take. */
export interface PackageScope {
	process: number;
	unit: number | null;
	from: string | null;
	to: string | null;
	state: CaseState | null;
}

/** A stage of the funnel with what was entered for it. */
export interface FunnelStage extends Stage {
	packages: number;
	/** With this stage and every earlier one. */
	chain: number;
	/** With the stage before, but without this one. */
	lost: number;
}

/** Two stages whose documents follow each other. */
export interface StagePair {
	earlier: Stage;
	later: Stage;
	/** Packages with documents of both. */
	packages: number;
	/** Of these, the earlier stage's document is dated after the later one's. */
	broken: number;
}

/** A planned stage with the document it is the due time of, by package. */
export type WindowRow = Queries['packages/windows']['row'];

/** A package that was tried more than once. */
export interface Repeat {
	parent: string;
	name: string | null;
	/** First to last. */
	attempts: {
		case: number;
		key: string;
		state: string;
		/** The n-th attempt, where the source counts them. */
		version: number | null;
		/** In the words of the source. */
		stated: string | null;
	}[];
}

/** How many of these the page shows. */
export const SHOWN = { repeats: 5, changes: 12 };

/** Something that was seen to change from one import of the same export to a later one. */
export type ChangeRow = Queries['packages/changes']['row'];

/** The processes with packages, most packages first. */
export async function packageProcesses(
	store: Reading & { home: string }
): Promise<PackageProcess[]> {
	const processes = await store.kept('reading/processes');
	return processes
		.filter(({ kind, cases }) => kind === 'packages' && cases > 0)
		.flatMap(({ process, code, cases }) => {
			const funnel = funnelOf(store.home, code);
			return funnel ? [{ process, code, title: funnel.title, packages: cases }] : [];
		})
		.sort((a, b) => b.packages - a.packages);
}

/**
 * The packages that a reader looks at: which process, its funnel, and the scope of the queries; null when there
 * are none. The SOP of the filters says nothing here: packages have none.
 * @param source code of the process; null, or one that is not there, takes the one with most packages
 */
export async function choosePackages(
	store: Reading & { home: string },
	source: string | null,
	filters: Filters
): Promise<{
	processes: PackageProcess[];
	chosen: PackageProcess;
	funnel: Funnel;
	scope: PackageScope;
} | null> {
	const processes = await packageProcesses(store);
	const chosen = processes.find(({ code }) => code === source) ?? processes[0];
	const funnel = chosen && funnelOf(store.home, chosen.code);
	if (!chosen || !funnel) return null;
	const { unit, from, to } = await scopeOfFilters(store, { ...filters, sop: null });
	const scope = { process: chosen.process, unit, from, to, state: filters.status };
	return { processes, chosen, funnel, scope };
}

/**
 * Everything above the list of the packages page: funnel, plan and realisation, order of documents, re-tenders, what was
 * seen to change.
 */
export async function readPackages(
	store: Reading,
	given: { scope: PackageScope; funnel: Funnel; repeats: number; changes: number }
) {
	const { scope, funnel } = given;
	const [[totals], places, windows, pairs, broken, repeats, changes] = await Promise.all([
		store.kept('packages/totals', scope),
		store.kept('packages/funnel', {
			...scope,
			...funnel.rows,
			documents: documentPlaces(funnel)
		}),
		store.kept('packages/windows', scope),
		store.kept('packages/document_order', { ...scope, ...funnel.documents }),
		store.kept('packages/broken_order', { ...scope, ...funnel.documents }),
		store.kept('packages/repeats', { ...scope, most: given.repeats }),
		store.kept('packages/changes', { ...scope, most: given.changes })
	]);
	if (!totals) throw new Error('an aggregate without a row');
	const documented = places[0]?.documented ?? 0;
	return {
		totals,
		stages: funnelStages(funnel, places),
		/** Packages with every document of the chain. */
		documented,
		/** Of these, those that some other stage was not entered for. */
		documentedWithGaps: documented - (places.at(-1)?.chain ?? 0),
		windows,
		plan: planTotals(windows),
		pairs: pairs.flatMap((row): StagePair[] => {
			const [earlier, later] = [funnel.stages[row.earlier - 1], funnel.stages[row.later - 1]];
			return earlier && later
				? [{ earlier, later, packages: row.packages, broken: row.broken }]
				: [];
		}),
		broken,
		changes,
		changesInAll: changes[0]?.changes ?? 0,
		changedPackages: changes[0]?.packages ?? 0,
		repeats: repeats.map(repeatOf),
		repeatedPackages: repeats[0]?.parents ?? 0,
		repeatedAttempts: repeats[0]?.attempts_in_all ?? 0
	};
}

function funnelStages(
	funnel: Funnel,
	places: readonly Queries['packages/funnel']['row'][]
): FunnelStage[] {
	return funnel.stages.map((stage) => {
		const row = places.find(({ place }) => place === stage.place);
		return { ...stage, packages: row?.packages ?? 0, chain: row?.chain ?? 0, lost: row?.lost ?? 0 };
	});
}

/** Windows of all documents together. */
function planTotals(windows: readonly WindowRow[]) {
	const sum = (key: 'inside' | 'late' | 'early' | 'overdue' | 'pending' | 'cancelled') =>
		windows.reduce((total, row) => total + row[key], 0);
	const [inside, late, early, overdue] = [sum('inside'), sum('late'), sum('early'), sum('overdue')];
	return {
		inside,
		late,
		early,
		overdue,
		pending: sum('pending'),
		cancelled: sum('cancelled'),
		/** Windows with a document. */
		dated: inside + late + early,
		/** Windows that have ended and should have one. */
		due: inside + late + early + overdue
	};
}

function repeatOf(row: Queries['packages/repeats']['row']): Repeat {
	return {
		parent: row.parent_key,
		name: row.name,
		attempts: row.cases.map((id, at) => ({
			case: id ?? 0,
			key: row.keys[at] ?? '',
			state: row.states[at] ?? '',
			version: row.versions[at] ?? null,
			stated: row.stated[at] ?? null
		}))
	};
}
