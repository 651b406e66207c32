import type { Tally } from '$lib/domain/rates/tally';
import type { Clock } from '$lib/format/durations';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { nodeName, type MinedProcess, type NodeName } from './mined-process';

/** The 5th, 25th, 50th, 75th and 95th percentile of a time. */
export type Spread = [number, number, number, number, number];

/** How long an activity took and waited, in office seconds. */
export interface ActivityTimes extends NodeName {
	node: number;
	events: number;
	cases: number;
	/** Events whose service, and whose waiting time is known. */
	timed: number;
	waited: number;
	totalService: number;
	totalWaiting: number;
	service: Spread | null;
	waiting: Spread | null;
	/** The coarsest precision of the times: 1 second, 2 minute, 3 day. */
	precision: number | null;
	/** Events of cases that show the activity before already. */
	repeats: number;
}

/** How a step of the SOP stands against its budget (mutu baku). */
export interface StepBudget extends NodeName {
	node: number;
	/** Of the SOP. */
	stepId: string;
	/** Is a supplier accountable for it? Then its lateness is not the office's own. */
	supplier: boolean;
	/** Of the budget, in its unit: seconds for `working` and `elapsed`, days for the others; null where the SOP gives none. */
	clock: Clock | null;
	budget: number | null;
	tally: Tally;
	/** Beyond the budgets of the late ones, in the clock's unit. */
	over: number;
	/** Shares of the budget that those judged used: 1 is all of it. */
	used: Spread | null;
}

/** Work that one actor handed to another. */
export type Handover = {
	source: string;
	target: string;
	/** What they are called, see `mining/handovers`; null where neither the log nor the SOP says. */
	source_role: string | null;
	target_role: string | null;
	/** Offices of the cases, parted by commas. */
	offices: string;
	passes: number;
	/** Handovers of all pairs, and pairs. */
	all_passes: number;
	all_pairs: number;
	cases: number;
	/** Handovers whose waiting time is known, and its median in office seconds. */
	waited: number;
	median_waiting: number | null;
	/** The coarsest of the times. */
	precision: number | null;
};
export type WorkHour = Queries['mining/workload']['row'];

/** Handovers that a page shows. */
export const HANDOVERS = 20;

/** The activities of a process in a scope with their times, those that cost most time first. */
export async function readTimes(store: Reading, mined: MinedProcess): Promise<ActivityTimes[]> {
	const { version, scope } = mined;
	const rows = await store.kept('mining/step_times', { version, ...scope });
	return rows.map((row) => ({
		node: row.node,
		...nodeName(mined, row.node, row.text),
		events: row.events,
		cases: row.cases,
		timed: row.timed,
		waited: row.waited,
		totalService: row.total_service,
		totalWaiting: row.total_waiting,
		service: spread(row.service),
		waiting: spread(row.waiting),
		precision: row.precision,
		repeats: row.repeats
	}));
}

/** The steps of the SOP that occur, in the order of the document; none for a process without an SOP. */
export async function readBudgets(store: Reading, mined: MinedProcess): Promise<StepBudget[]> {
	const { version, scope } = mined;
	if (version === null) return [];
	const rows = await store.kept('mining/budgets', { version, ...scope });
	return rows.map((row) => ({
		node: row.step,
		stepId: mined.steps.find(({ step }) => step === row.step)?.step_id ?? '',
		...nodeName(mined, row.step, ''),
		supplier: row.supplier,
		clock: row.clock as Clock | null,
		budget: row.budget,
		tally: {
			onTime: row.on_time,
			late: row.late,
			excused: row.excused,
			unmeasured: row.unmeasured,
			provisional: row.provisional,
			withoutBudget: row.no_budget
		},
		over: row.over,
		used: spread(row.used)
	}));
}

/** Who hands work to whom most often, and how long it waited: as many pairs as `size` says. */
export async function readHandovers(
	store: Reading,
	{ scope, version }: MinedProcess,
	size: number
): Promise<Handover[]> {
	const pairs = await store.kept('mining/handover_counts', { ...scope, size });
	// Times are looked at for the few that are shown.
	const times = await store.kept('mining/handovers', {
		...{ ...scope, version },
		source: pairs.map(({ source }) => source),
		target: pairs.map(({ target }) => target)
	});
	return pairs.map(({ source, source_name, target, target_name, ...counts }) => {
		const found = times.find((row) => row.source === source && row.target === target);
		return {
			...{ source: source_name, target: target_name, ...counts },
			...{ source_role: found?.source_role ?? null, target_role: found?.target_role ?? null },
			offices: found?.offices ?? '',
			cases: found?.cases ?? 0,
			waited: found?.waited ?? 0,
			median_waiting: found?.median_waiting ?? null,
			precision: found?.precision ?? null
		};
	});
}

/** When the work of a process is done. */
export function readWorkload(store: Reading, mined: MinedProcess): Promise<readonly WorkHour[]> {
	return store.kept('mining/workload', mined.scope);
}

function spread(quantiles: readonly (number | null)[] | null): Spread | null {
	const [a, b, c, d, e] = quantiles ?? [];
	if (a == null || b == null || c == null || d == null || e == null) return null;
	return [a, b, c, d, e];
}
