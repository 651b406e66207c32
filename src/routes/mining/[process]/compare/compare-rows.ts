import { compareShares, type Share } from '$lib/domain/rates/difference';
import { pathKey } from '$lib/domain/mining/process-map';
import { budgetedOf, judgedOf } from '$lib/domain/rates/tally';
import { m } from '$lib/paraglide/messages';
import type { ComparedActivity, MiningComparison, Side } from '$lib/server/reading/mining/compare';
import type {
	ComparedEdge,
	ComparedHandover,
	ComparedStep,
	ComparedVariant
} from '$lib/server/reading/mining/compare-parts';
import { endNames, nodeLabel, sopWord } from '../map/map-words';

/** Whether a figure differs between the scopes; null where one of them cannot tell it. */
export type Verdict = ReturnType<typeof compareShares> | null;

/** A share in both scopes; null where a scope cannot tell it. */
export interface ShareRow {
	key: string | number;
	label: string;
	hint?: string;
	one: Share | null;
	other: Share | null;
	verdict: Verdict;
}

/** The figures of the cases themselves; those that judge by the SOP only where there is one. */
export function headlineRows(
	{ one, other }: MiningComparison['sides'],
	judged: boolean
): ShareRow[] {
	const row = (label: string, hint: string, take: (side: Side) => Share | null): ShareRow[] => {
		const [left, right] = [take(one), take(other)];
		return left && right ? [shareRow({ key: label, label, hint }, left, right)] : [];
	};
	/** Suppliers' lateness is not the office's: a row of its own where there are such steps. */
	const suppliers = judgedOf(one.suppliers) + judgedOf(other.suppliers) > 0;
	return [
		...(judged
			? [
					...row(m.mining_compare_on_time(), m.mining_compare_on_time_hint(), ({ tally }) => ({
						hits: tally.onTime,
						n: judgedOf(tally)
					})),
					...row(m.mining_compare_coverage(), m.mining_compare_coverage_hint(), ({ tally }) => ({
						hits: judgedOf(tally),
						n: budgetedOf(tally)
					})),
					...row(m.mining_compare_suppliers(), m.mining_compare_suppliers_hint(), (side) =>
						suppliers ? { hits: side.suppliers.onTime, n: judgedOf(side.suppliers) } : null
					)
				]
			: []),
		...row(m.mining_completed(), m.mining_compare_completed_hint(), ({ completed }) => completed),
		...row(m.mining_compare_usual(), m.mining_compare_usual_hint(), ({ usual }) => usual),
		...row(m.mining_rework(), m.mining_compare_rework_hint(), ({ repeats }) => repeats),
		...row(m.mining_out_of_sop(), m.mining_compare_outside_hint(), ({ outside }) => outside)
	];
}

/** In what share of the cases each activity happens. */
export function activityRows(activities: readonly ComparedActivity[]): ShareRow[] {
	return differingFirst(
		activities.map((row) =>
			shareRow({ key: row.node, label: nodeLabel(row) }, row.one.share, row.other.share)
		)
	);
}

/**
 * What share of the judged occurrences of each step was late: of the office's own steps, or of those that a supplier is
 * accountable for, whose lateness is not the office's.
 */
export function lateRows(steps: readonly ComparedStep[], supplier: boolean): ShareRow[] {
	const late = (tally: ComparedStep['one']) => ({ hits: tally.late, n: judgedOf(tally) });
	return differingFirst(
		steps
			.filter((row) => row.supplier === supplier)
			.map((row) =>
				shareRow({ key: row.node, label: nodeLabel(row) }, late(row.one), late(row.other))
			)
	);
}

/** What share of the cases takes each of the frequent sequences. */
export function variantRows(variants: readonly ComparedVariant[]): ShareRow[] {
	return differingFirst(
		variants.map(({ variant, moves, one, other }) => {
			const label = moves.map(({ no, activity }) => (no === '' ? activity : no)).join(' → ');
			return shareRow({ key: variant, label }, one, other);
		})
	);
}

/** What share of the cases takes each path: those that differ first, then those that one side has alone, the frequent ones before the rare. */
export function pathRows({ nodes, edges }: MiningComparison['map']): ShareRow[] {
	const ranks = { differs: 0, one: 1, other: 1, alike: 2 } as const;
	return [...edges]
		.sort((a, b) => ranks[a.change] - ranks[b.change] || b.passes - a.passes)
		.map((edge) =>
			shareRow(
				{
					key: pathKey(edge),
					label: pathName(nodes, edge),
					hint: sopWord(edge)
				},
				edge.one,
				edge.other
			)
		);
}

/** What share of all handovers is between each two actors. */
export function handoverRows(handovers: readonly ComparedHandover[]): ShareRow[] {
	return differingFirst(
		handovers.map(({ source, target, one, other }) =>
			shareRow({ key: `${source} > ${target}`, label: `${source} → ${target}` }, one, other)
		)
	);
}

/** A path by the names of its ends. */
export function pathName(
	nodes: MiningComparison['map']['nodes'],
	edge: Pick<ComparedEdge, 'source' | 'target' | 'ending'>
): string {
	const { source, target } = endNames(nodes, edge);
	return `${source} → ${target}`;
}

/** A verdict in words; undefined where there is none. */
export function verdictText(verdict: Verdict): string | undefined {
	if (verdict === null) return undefined;
	return {
		few: m.mining_compare_few,
		differs: m.mining_compare_differs,
		alike: m.mining_compare_alike
	}[verdict]();
}

function shareRow(
	head: Pick<ShareRow, 'key' | 'label' | 'hint'>,
	one: Share | null,
	other: Share | null
): ShareRow {
	return { ...head, one, other, verdict: one && other ? compareShares(one, other) : null };
}

/** What differs is what the reader came for; the rest keeps its order. */
function differingFirst(rows: readonly ShareRow[]): ShareRow[] {
	const differs = ({ verdict }: ShareRow) => verdict === 'differs';
	return [...rows.filter(differs), ...rows.filter((row) => !differs(row))];
}
