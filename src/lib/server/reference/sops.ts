import { createHash } from 'node:crypto';
import type { Budget, Inference, InferenceField, Sop } from '$lib/domain/sop/types';
import { completingSteps } from '$lib/domain/sop/graph';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Store, Transaction } from '../database/store';

/** Numbers of steps, milestones and limits of an SOP version, by id; steps count from 1 as in the document. */
export function stepNumbers(sop: Sop): Map<string, number> {
	return new Map(
		[...sop.steps, ...sop.milestones, ...sop.limits].map(({ id }, index) => [id, index + 1])
	);
}

/**
 * Writes an SOP into the store, new or in place of an earlier content. Answers its process, and whether
 * anything changed (then the cases of the process are to be read anew).
 */
export async function registerSop(
	tx: Transaction,
	sop: Sop
): Promise<{ process: number; version: number; changed: boolean }> {
	const document = JSON.stringify(sop);
	const contentHash = createHash('sha256').update(document).digest('hex');
	const versions = await tx.all('reference/sop_versions');
	const known = versions.find((row) => row.sop === sop.id);
	if (known && known.content_hash === contentHash)
		return { process: known.process, version: known.version, changed: false };
	const process = known?.process ?? (await addProcess(tx, sop));
	const version = known?.version ?? Math.max(0, ...versions.map((row) => row.version)) + 1;
	await writeVersion(tx, { sop, document, contentHash, process, version });
	return { process, version, changed: true };
}

/** Writes an SOP version anew from its document: after a confirmation its provisional marks differ. */
export async function writeVersion(
	tx: Transaction,
	given: { sop: Sop; document: string; contentHash: string; process: number; version: number }
): Promise<void> {
	const { sop, version } = given;
	const confirmed = new Set(
		(await tx.all('reference/confirmations', { sop: sop.id })).map((row) =>
			confirmationKey(row.step_id, row.field, row.target)
		)
	);
	const rests = (id: string, inferences: Inference[], ...fields: InferenceField[]) =>
		inferences.some(
			(inference) =>
				fields.includes(inference.field) &&
				!confirmed.has(confirmationKey(id, inference.field, inference.target ?? ''))
		);
	await tx.run('reference/forget_sop_version', { version });
	await tx.run('reference/forget_sop_steps', { version });
	await tx.run('reference/forget_sop_edges', { version });
	await tx.run('reference/forget_sop_names', { version });
	await tx.run('reference/forget_moves', { version });
	await tx.run('reference/add_sop_version', {
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
	const blank = {
		version,
		actors: [] as string[],
		supplier: false,
		is_start: false,
		is_end: false,
		optional: false,
		actors_provisional: false,
		limit_from: null,
		limit_to: null
	};
	// A case whose last step is followed by optional ones only is complete.
	const completing = completingSteps(sop);
	for (const step of sop.steps) {
		await tx.run('reference/add_sop_step', {
			...blank,
			...budgetColumns(step.budget),
			step: number(step.id),
			kind: 'step',
			step_id: step.id,
			no: step.no,
			activity: step.activity,
			actors: step.actors,
			supplier: step.supplier,
			is_start: step.start,
			is_end: completing.has(step.id),
			optional: step.optional,
			budget_provisional: rests(step.id, step.inferences, 'time', 'clock'),
			actors_provisional: rests(step.id, step.inferences, 'actors')
		});
	}
	for (const milestone of sop.milestones) {
		await tx.run('reference/add_sop_step', {
			...blank,
			...budgetColumns(null),
			step: number(milestone.id),
			kind: 'milestone',
			step_id: milestone.id,
			no: '',
			activity: milestone.title,
			budget_provisional: false
		});
	}
	for (const limit of sop.limits) {
		await tx.run('reference/add_sop_step', {
			...blank,
			...budgetColumns(limit.budget),
			step: number(limit.id),
			kind: 'limit',
			step_id: limit.id,
			no: '',
			activity: limit.title,
			actors: limit.actors,
			budget_provisional: rests(limit.id, limit.inferences, 'time', 'clock', 'start', 'end'),
			limit_from: number(limit.from),
			limit_to: number(limit.to)
		});
	}
	await addEdgesAndNames(tx, sop, version, (id, inferences, target) =>
		inferences.some(
			(inference) =>
				inference.field === 'next' &&
				inference.target === target &&
				!confirmed.has(confirmationKey(id, 'next', target))
		)
	);
}

async function addEdgesAndNames(
	tx: Transaction,
	sop: Sop,
	version: number,
	isInferred: (id: string, inferences: Inference[], target: string) => boolean
): Promise<void> {
	const numbers = stepNumbers(sop);
	const edges = sop.steps.flatMap((step) => step.next.map((edge) => ({ step, edge })));
	await tx.run('reference/add_sop_edges', {
		version,
		source: edges.map(({ step }) => numbers.get(step.id) ?? null),
		target: edges.map(({ edge }) => numbers.get(edge.to) ?? null),
		condition: edges.map(({ edge }) => edge.condition),
		inferred: edges.map(({ step, edge }) => isInferred(step.id, step.inferences, edge.to))
	});
	const names = new Map<string, number>();
	const named = [
		...sop.steps.map((step) => ({ id: step.id, texts: [step.activity, ...step.aliases] })),
		...sop.milestones.map((milestone) => ({
			id: milestone.id,
			texts: [milestone.title, ...milestone.aliases]
		}))
	];
	for (const { id, texts } of named)
		for (const text of texts) {
			const name = normaliseActivity(text);
			if (!names.has(name)) names.set(name, numbers.get(id) ?? 0);
		}
	await tx.run('reference/add_sop_names', {
		version,
		name: [...names.keys()],
		step: [...names.values()]
	});
}

function budgetColumns(budget: Budget | null) {
	return {
		clock: budget?.clock ?? null,
		budget_seconds: budget?.seconds ?? null,
		budget_days: budget?.days ?? null,
		budget_months: budget?.months ?? null,
		counts_first_day: budget?.countsFirstDay ?? false
	};
}

/** Under which key a confirmation of an inferred value is kept; the SOP's own values have no step. */
export function confirmationKey(stepId: string, field: string, target: string): string {
	return `${stepId}|${field}|${target}`;
}

async function addProcess(tx: Transaction, sop: Sop): Promise<number> {
	const next = await tx.get('reference/next_process');
	const process = next?.process ?? 1;
	await tx.run('reference/add_process', { process, code: sop.id, title: sop.title, kind: 'sop' });
	return process;
}

/** Answers the SOP documents of the store, by id, in the order of the catalogue. */
export async function storedSops(store: Pick<Store, 'all'>): Promise<Sop[]> {
	const rows = await store.all('reference/sop_documents');
	return rows.map((row) => JSON.parse(row.document) as Sop);
}
