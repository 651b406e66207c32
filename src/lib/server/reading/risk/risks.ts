import { judgeRisk, LEAST_CASES, type CaseRisk, type Chance } from '$lib/domain/risk/risk';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';

type CaseRow = Queries['risk/cases']['row'];
type LimitRow = Queries['risk/limits']['row'];

/** How a running case of an SOP stands to its budgets at the data date. */
export interface Standing {
	caseId: number;
	/** Of the open step, in its clock; null where it has no budget or cannot be measured. */
	used: number | null;
	budget: number | null;
	clock: string | null;
	/** More than one step may be next. */
	several: boolean;
	verdict: CaseRisk;
	/**
	 * When the case is expected to be completed, local to its office: the data date and the median of what completed cases still
	 * took from this step. null with fewer than 20 of them, or beyond the calendar.
	 */
	expected: { at: string; cases: number } | null;
}

/** A running case with its names. */
export interface RunningCase extends Standing {
	caseKey: string;
	process: string;
	processTitle: string;
	unit: string;
	zone: string;
	/** The open step; null where the flow gives none, as after an event that the SOP does not have. */
	step: { no: string; activity: string; actors: string[]; supplier: boolean } | null;
	dataDate: string | null;
}

/**
 * Answers how the running cases of a scope stand: late ones first, then those at risk, by how little time is left. Cases
 * without an SOP are not among them.
 */
export async function readStandings(
	store: Reading,
	scope: { unit: number | null; process: number | null; caseId?: number }
): Promise<Standing[]> {
	const params = { unit: scope.unit, process: scope.process, case_id: scope.caseId ?? null };
	// Of one case it is soon read; of all it is what the latest thousand cases of each office still took.
	const read = <N extends 'risk/cases' | 'risk/limits'>(name: N) =>
		scope.caseId === undefined ? store.kept(name, params) : store.all(name, params);
	const [cases, limits] = await Promise.all([read('risk/cases'), read('risk/limits')]);
	const limitsOf = new Map<number, LimitRow[]>();
	for (const limit of limits) {
		limitsOf.set(limit.case_id, [...(limitsOf.get(limit.case_id) ?? []), limit]);
	}
	const order = ['late', 'at_risk', 'provisional', 'unknown', 'on_track', 'no_budget'];
	return cases
		.map((row) => standingOf(row, limitsOf.get(row.case_id) ?? []))
		.sort(
			(a, b) =>
				order.indexOf(a.verdict.risk) - order.indexOf(b.verdict.risk) ||
				(a.verdict.chance?.left ?? 0) - (b.verdict.chance?.left ?? 0) ||
				a.caseId - b.caseId
		);
}

/** The same cases with their names, in the same order: for the few that are shown. */
export async function nameStandings(
	store: Reading,
	standings: readonly Standing[]
): Promise<RunningCase[]> {
	if (standings.length === 0) return [];
	const cases = standings.map(({ caseId }) => caseId);
	const names = new Map(
		(await store.kept('risk/names', { cases })).map((row) => [row.case_id, row])
	);
	return standings.flatMap((standing) => {
		const row = names.get(standing.caseId);
		if (!row) return [];
		const { no, activity } = row;
		return {
			...standing,
			caseKey: row.case_key,
			process: row.process,
			processTitle: row.process_title,
			unit: row.unit,
			zone: row.zone ?? 'Asia/Jakarta',
			step:
				no === null || activity === null
					? null
					: {
							...{ no, activity, supplier: row.supplier ?? false },
							actors: row.actors?.filter((actor) => actor !== null) ?? []
						},
			dataDate: row.data_date
		};
	});
}

/** How many running cases stand how. */
export type RiskCounts = Record<CaseRisk['risk'], number>;

/** Counts running cases by how they stand. */
export function countRisks(cases: readonly Standing[]): RiskCounts {
	const counts = { late: 0, at_risk: 0, on_track: 0, provisional: 0, unknown: 0, no_budget: 0 };
	for (const { verdict } of cases) counts[verdict.risk] += 1;
	return counts;
}

function standingOf(row: CaseRow, limits: readonly LimitRow[]): Standing {
	return {
		caseId: row.case_id,
		used: row.used,
		budget: row.budget,
		clock: row.clock,
		several: row.several,
		verdict: judgeRisk(chancesOf(row, limits)),
		expected:
			row.expected !== null && row.end_cases >= LEAST_CASES && !row.several
				? { at: row.expected, cases: row.end_cases }
				: null
	};
}

function chancesOf(row: CaseRow, limits: readonly LimitRow[]): Chance[] {
	// Where several steps may be next, nobody knows what completed cases to compare with.
	const known = (cases: number) => (row.several ? 0 : cases);
	return [
		...(row.step_verdict === 'no_budget' || row.step === null
			? []
			: [
					{
						aim: 'step' as const,
						title: null,
						left: row.step_verdict === 'late' ? Math.min(-1, row.step_left ?? -1) : row.step_left,
						cases: known(row.step_cases),
						remaining: row.step_seconds,
						provisional: row.step_provisional
					}
				]),
		...(row.total_seconds === null
			? []
			: [
					{
						aim: 'total' as const,
						title: null,
						left: row.total_left,
						cases: known(row.rest_cases),
						remaining: row.rest_seconds,
						provisional: row.total_provisional
					}
				]),
		...limits.map((limit) => ({
			aim: 'limit' as const,
			title: limit.title,
			left: limit.left,
			cases: known(limit.cases),
			remaining: limit.seconds,
			provisional: limit.provisional
		})),
		...(row.schedule_at === null
			? []
			: [
					{
						aim: 'schedule' as const,
						title: null,
						left: row.schedule_left,
						cases: known(row.end_cases),
						remaining: row.end_seconds,
						provisional: false
					}
				])
	];
}
