import { logFitness } from '$lib/domain/conformance/fitness';
import {
	completingSteps,
	isBranch,
	startSteps,
	stepNumbers,
	waysOf as waysOfSop
} from '$lib/domain/sop/graph';
import { inferredValues, type InferredValue } from '$lib/domain/sop/inferred-values';
import type { Clock, Limit, Sop, Step } from '$lib/domain/sop/types';
import { versionKey, type SopVersion } from '$lib/domain/sop/versions';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import {
	confirmationKey,
	confirmedValues,
	type ConfirmationRow
} from '../../reference/sops/carry-over';
import { findVersion } from '../../reference/sops/versions';
import type { Scope } from '../scope';
import { judge, type Judgement, type VerdictRow } from './sop-verdicts';
import { listVersions } from './sop-versions';

/** Deviations of one kind; those open, those excused and those that are provisional apart. */
export interface KindCount {
	kind: string;
	total: number;
	excused: number;
	provisional: number;
}

/** What a step or limit took and how it was judged. */
export interface Reality {
	/** Distinct cases that went through it, and how often in all; 0 for limits. */
	cases: number;
	passes: number;
	judgement: Judgement;
	/** Clock of the budget; office seconds where there is none. */
	clock: Clock;
	/** Seconds, or days on a day clock; null where nothing was timed. */
	median: number | null;
	p95: number | null;
	budget: number | null;
	/** Times that the median rests on, and how many of them are service times. */
	timed: number;
	serviceTimed: number;
	/** How finely most of them are known. */
	precision: 'second' | 'minute' | 'day';
	deviations: KindCount[];
}

/** An inferred value with who confirmed it and when (UTC); null while nobody has. */
export interface InferredState extends InferredValue {
	confirmed: { by: string; at: string } | null;
}

export interface SheetStep extends Omit<Step, 'inferences' | 'next' | 'aliases'> {
	branch: boolean;
	reality: Reality;
	inferred: InferredState[];
}

export interface SheetLimit extends Omit<Limit, 'inferences'> {
	fromTitle: string;
	toTitle: string;
	reality: Reality;
	inferred: InferredState[];
}

/** A way from a step to another: of the SOP, of the cases, or of both. */
export interface SheetWay {
	/** null: where cases begin. */
	from: string | null;
	/** null: where completed cases end. */
	to: string | null;
	/** The SOP has it. */
	inSop: boolean;
	condition: string | null;
	/** Inferred and confirmed by nobody yet. */
	unconfirmed: boolean;
	/** Leads to its own or an earlier row. */
	back: boolean;
	cases: number;
	passes: number;
}

export interface Sheet {
	sop: Sop;
	/** How the address names the version. */
	version: string;
	/** All versions, the one that comes into force last first, with their cases of the scope. */
	versions: SopVersion[];
	steps: SheetStep[];
	limits: SheetLimit[];
	/** The SOP's ways in its own order, then those that only cases took, most cases first. */
	ways: SheetWay[];
	inferred: InferredState[];
	cases: Queries['sop/case_figures']['row'] | null;
	/** Steps of the office and limits; steps of suppliers apart. */
	own: Judgement;
	supplier: Judgement;
	/** How well completed cases follow the SOP's flow: the mean of each, and of all their moves together; n of them. */
	fitness: { average: number | null; log: number | null; cases: number };
	/** Deviations of cases as a whole, such as a total that was exceeded. */
	caseDeviations: KindCount[];
}

/**
 * Answers the form of a version of an SOP with what really happened, in a scope, in the cases that are judged by it.
 * @param id of the SOP; the scope's own process is not looked at
 * @param asked the version, as findVersion
 * @throws UserError of findVersion
 */
export async function readSheet(
	store: Reading,
	id: string,
	scope: Scope,
	asked: string | null = null
): Promise<Sheet> {
	const { version, process, effectiveFrom, sop } = await findVersion(store, id, asked);
	const { unit, from, to } = scope;
	const own = { version, unit, from, to };
	const ofProcess = { unit, process, from, to };
	const [
		versions,
		[cases],
		verdicts,
		times,
		passes,
		transitions,
		deviations,
		confirmations,
		costs
	] = await Promise.all([
		listVersions(store, ofProcess),
		store.kept('sop/case_figures', { ...ofProcess, version }),
		store.kept('sop/verdicts', ofProcess),
		store.kept('sop/step_times', own),
		store.kept('sop/step_passes', own),
		store.kept('sop/transitions', own),
		store.kept('sop/deviations', ofProcess),
		store.all('reference/processes/confirmations', { sop: id }),
		store.kept('conformance/costs', { ...ofProcess, version })
	]);
	const numbers = stepNumbers(sop);
	const judged = verdicts.filter((row) => row.version === version);
	const counted = deviations.filter((row) => row.version === version);
	const inferred = withConfirmations(sop, confirmations);
	const reality = (step: Step | Limit): Reality => {
		const number = numbers.get(step.id);
		return realityOf(step, {
			passes: passes.find((row) => row.step === number),
			time: times.find((row) => row.step === number),
			verdicts: judged.filter((row) => row.step === number),
			deviations: counted.filter((row) => row.step === number)
		});
	};
	const titles = new Map([
		...sop.steps.map((step) => [step.id, `${step.no} · ${step.activity}`] as const),
		...sop.milestones.map((milestone) => [milestone.id, milestone.title] as const)
	]);
	return {
		sop,
		version: versionKey(effectiveFrom),
		versions,
		steps: sop.steps.map((step) => ({
			...step,
			branch: isBranch(step),
			reality: reality(step),
			inferred: inferred.filter(({ stepId }) => stepId === step.id)
		})),
		limits: sop.limits.map((limit) => ({
			...limit,
			fromTitle: titles.get(limit.from) ?? limit.from,
			toTitle: titles.get(limit.to) ?? limit.to,
			reality: reality(limit),
			inferred: inferred.filter(({ stepId }) => stepId === limit.id)
		})),
		ways: waysOf(sop, transitions, inferred),
		inferred,
		cases: cases ?? null,
		own: judge(judged.filter((row) => !row.supplier)),
		supplier: judge(judged.filter((row) => row.supplier)),
		fitness: fitnessOf(costs),
		caseDeviations: counted.filter((row) => row.step === null)
	};
}

function fitnessOf(costs: readonly Queries['conformance/costs']['row'][]): Sheet['fitness'] {
	const { average, log } = logFitness(
		costs.map(({ shortest_path, ...one }) => ({ ...one, shortestPath: shortest_path }))
	);
	return { average, log, cases: costs.reduce((sum, { count }) => sum + count, 0) };
}

function withConfirmations(sop: Sop, confirmations: readonly ConfirmationRow[]): InferredState[] {
	// In the order of their time: the first one counts.
	const confirmed = confirmedValues(sop, confirmations);
	return inferredValues(sop).map((value) => {
		const by = confirmed.get(confirmationKey(value.stepId, value.field, value.target));
		return { ...value, confirmed: by ? { by: by.confirmed_by, at: by.confirmed_at } : null };
	});
}

function realityOf(
	{ budget }: Step | Limit,
	rows: {
		passes: Queries['sop/step_passes']['row'] | undefined;
		time: Queries['sop/step_times']['row'] | undefined;
		verdicts: VerdictRow[];
		deviations: KindCount[];
	}
): Reality {
	const { passes, time } = rows;
	return {
		cases: passes?.cases ?? 0,
		passes: passes?.passes ?? 0,
		judgement: judge(rows.verdicts),
		clock: budget?.clock ?? 'working',
		median: time?.median ?? null,
		p95: time?.p95 ?? null,
		budget: budget?.seconds ?? budget?.days ?? null,
		timed: time?.count ?? 0,
		serviceTimed: time?.service ?? 0,
		precision: (['second', 'minute', 'day'] as const)[(time?.precision ?? 1) - 1] ?? 'second',
		deviations: rows.deviations.map(({ kind, total, excused, provisional }) => ({
			kind,
			total,
			excused,
			provisional
		}))
	};
}

function waysOf(
	sop: Sop,
	transitions: readonly Queries['sop/transitions']['row'][],
	inferred: readonly InferredState[]
): SheetWay[] {
	const ids = new Map([...stepNumbers(sop)].map(([id, number]) => [number, id]));
	const row = new Map(sop.steps.map((step, index) => [step.id, index]));
	const taken = transitions.map(({ source, target, cases, passes }) => ({
		from: source === null ? null : (ids.get(source) ?? null),
		to: target === null ? null : (ids.get(target) ?? null),
		cases,
		passes
	}));
	const isBack = (from: string | null, to: string | null) =>
		from !== null && to !== null && (row.get(to) ?? 0) <= (row.get(from) ?? 0);
	const planned = sop.steps.flatMap((step) =>
		step.next.map((edge): SheetWay => {
			const real = taken.find((way) => way.from === step.id && way.to === edge.to);
			return {
				from: step.id,
				to: edge.to,
				inSop: true,
				condition: edge.condition,
				unconfirmed: inferred.some(
					(value) =>
						value.stepId === step.id &&
						value.field === 'next' &&
						value.target === edge.to &&
						value.confirmed === null
				),
				back: isBack(step.id, edge.to),
				cases: real?.cases ?? 0,
				passes: real?.passes ?? 0
			};
		})
	);
	const starts = new Set(startSteps(sop).map(({ id }) => id));
	const lead = new Set(waysOfSop(sop).map(({ from, to }) => JSON.stringify([from, to])));
	const completing = completingSteps(sop);
	const others = taken
		.filter(({ from, to }) => !planned.some((way) => way.from === from && way.to === to))
		.map(({ from, to, cases, passes }): SheetWay => {
			const inSop =
				from === null
					? starts.has(to ?? '')
					: to === null
						? completing.has(from)
						: lead.has(JSON.stringify([from, to]));
			const back = isBack(from, to);
			return { from, to, inSop, condition: null, unconfirmed: false, back, cases, passes };
		});
	return [...planned, ...others];
}
