import { completingSteps, startSteps, stepNumbers, waysOf } from '$lib/domain/sop/graph';
import { groupsOf } from '$lib/domain/sop/groups';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Budget, Inference, InferenceField, Sop } from '$lib/domain/sop/types';
import type { Transaction } from '../../database/store';
import { confirmationKey, readConfirmed, savedAliases } from './carry-over';

/** Writes an SOP version anew from its document: after a confirmation its provisional marks differ. */
export async function writeVersion(
	tx: Transaction,
	given: {
		sop: Sop;
		document: string;
		contentHash: string;
		process: number;
		version: number;
		/** Whether the store has the version, with other content or other confirmations. */
		replaces: boolean;
	}
): Promise<void> {
	const { sop, version } = given;
	const confirmed = await readConfirmed(tx, sop);
	const rests = (id: string, inferences: Inference[], ...fields: InferenceField[]) =>
		inferences.some(
			(inference) =>
				fields.includes(inference.field) &&
				!confirmed.has(confirmationKey(id, inference.field, inference.target ?? ''))
		);
	if (given.replaces) await forgetVersion(tx, version);
	await tx.run('reference/sops/add_version', {
		version,
		process: given.process,
		sop: sop.id,
		content_hash: given.contentHash,
		effective_from: sop.effectiveFrom,
		document: given.document,
		total_seconds: sop.statedTotalSeconds,
		total_provisional: rests('', sop.inferences, 'total'),
		warns_outage: sop.warnsOutage,
		idle_limit_workdays: sop.idleLimitWorkingDays,
		closed: sop.closed
	});
	const numbers = stepNumbers(sop);
	const number = (id: string) => numbers.get(id) ?? null;
	// A case whose last step is followed by optional ones only is complete.
	const completing = completingSteps(sop);
	const starts = new Set(startSteps(sop).map(({ id }) => id));
	const groups = groupsOf(sop);
	const groupNumbers = new Map([...new Set(groups.values())].map((group, at) => [group, at + 1]));
	const rows: StepRow[] = [
		...sop.steps.map((step) => ({
			...blankRow,
			...budgetColumns(step.budget),
			kind: 'step',
			step_id: step.id,
			no: step.no,
			activity: step.activity,
			actors: step.actors.join('\n'),
			supplier: step.supplier,
			is_start: starts.has(step.id),
			is_end: completing.has(step.id),
			optional: step.optional,
			budget_provisional: rests(step.id, step.inferences, 'time', 'clock'),
			actors_provisional: rests(step.id, step.inferences, 'actors'),
			any_order: groupNumbers.get(groups.get(step.id) ?? []) ?? null
		})),
		...sop.milestones.map((milestone) => ({
			...blankRow,
			...budgetColumns(null),
			kind: 'milestone',
			step_id: milestone.id,
			activity: milestone.title
		})),
		...sop.limits.map((limit) => ({
			...blankRow,
			...budgetColumns(limit.budget),
			kind: 'limit',
			step_id: limit.id,
			activity: limit.title,
			actors: limit.actors.join('\n'),
			budget_provisional: rests(limit.id, limit.inferences, 'time', 'clock', 'start', 'end'),
			limit_from: number(limit.from),
			limit_to: number(limit.to)
		}))
	];
	const column = <K extends keyof StepRow>(name: K) => rows.map((row) => row[name]);
	await tx.run('reference/sops/add_steps', {
		version,
		step: rows.map((row) => number(row.step_id)),
		kind: column('kind'),
		step_id: column('step_id'),
		no: column('no'),
		activity: column('activity'),
		actors: column('actors'),
		supplier: column('supplier'),
		is_start: column('is_start'),
		is_end: column('is_end'),
		optional: column('optional'),
		clock: column('clock'),
		budget_seconds: column('budget_seconds'),
		budget_days: column('budget_days'),
		budget_months: column('budget_months'),
		counts_first_day: column('counts_first_day'),
		budget_provisional: column('budget_provisional'),
		actors_provisional: column('actors_provisional'),
		limit_from: column('limit_from'),
		limit_to: column('limit_to'),
		any_order: column('any_order')
	});
	await addEdgesAndNames(tx, sop, version, (id, inferences, target) =>
		inferences.some(
			(inference) =>
				inference.field === 'next' &&
				inference.target === target &&
				!confirmed.has(confirmationKey(id, 'next', target))
		)
	);
}

/** Notes that the sequences of an SOP version are to be read along it anew. */
export async function forgetReadings(tx: Transaction, version: number): Promise<void> {
	await tx.run('reference/readings/forget_moves', { version });
	await tx.run('reference/readings/forget', { version });
}

/** Takes an SOP version out of the store, with how cases read along it. */
export async function forgetVersion(tx: Transaction, version: number): Promise<void> {
	await tx.run('reference/sops/forget_version', { version });
	await tx.run('reference/sops/forget_steps', { version });
	await tx.run('reference/sops/forget_edges', { version });
	await tx.run('reference/sops/forget_names', { version });
	await forgetReadings(tx, version);
}

async function addEdgesAndNames(
	tx: Transaction,
	sop: Sop,
	version: number,
	isInferred: (id: string, inferences: Inference[], target: string) => boolean
): Promise<void> {
	const numbers = stepNumbers(sop);
	const ways = waysOf(sop);
	const inferences = new Map(sop.steps.map((step) => [step.id, step.inferences]));
	await tx.run('reference/sops/add_edges', {
		version,
		source: ways.map(({ from }) => numbers.get(from) ?? null),
		target: ways.map(({ to }) => numbers.get(to) ?? null),
		condition: ways.map(({ condition }) => condition),
		inferred: ways.map(
			({ edges }) =>
				edges.length > 0 &&
				edges.every(({ from, to }) => isInferred(from, inferences.get(from) ?? [], to))
		)
	});
	// A document may word several steps alike, in flows of their own or in one: the text means each of them.
	const names = new Map<string, number[]>();
	for (const { id, activity, aliases } of sop.steps)
		for (const name of new Set([activity, ...aliases].map(normaliseActivity)))
			names.set(name, [...(names.get(name) ?? []), numbers.get(id) ?? 0]);
	for (const { id, title, aliases } of sop.milestones)
		for (const name of [title, ...aliases].map(normaliseActivity))
			if (!names.has(name)) names.set(name, [numbers.get(id) ?? 0]);
	// What people said a text means, where the document itself says nothing about it.
	for (const { step, text } of await savedAliases(tx, sop)) {
		const name = normaliseActivity(text);
		const number = numbers.get(step);
		if (number !== undefined && !names.has(name)) names.set(name, [number]);
	}
	const rows = [...names].flatMap(([name, steps]) => steps.map((step) => ({ name, step })));
	await tx.run('reference/sops/add_names', {
		version,
		name: rows.map(({ name }) => name),
		step: rows.map(({ step }) => step)
	});
}

/** What most rows of `sop_step` leave as it is. */
const blankRow = {
	no: '',
	actors: '',
	supplier: false,
	is_start: false,
	is_end: false,
	optional: false,
	budget_provisional: false,
	actors_provisional: false,
	limit_from: null as number | null,
	limit_to: null as number | null,
	any_order: null as number | null
};

type StepRow = typeof blankRow &
	ReturnType<typeof budgetColumns> & { kind: string; step_id: string; activity: string };

function budgetColumns(budget: Budget | null) {
	return {
		clock: budget?.clock ?? null,
		budget_seconds: budget?.seconds ?? null,
		budget_days: budget?.days ?? null,
		budget_months: budget?.months ?? null,
		counts_first_day: budget?.countsFirstDay ?? false
	};
}
