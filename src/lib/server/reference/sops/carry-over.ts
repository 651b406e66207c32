import { inferredValues, statedValue } from '$lib/domain/sop/inferred-values';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Sop } from '$lib/domain/sop/types';
import type { Queries } from '../../database/generated/queries';
import type { Reading, Transaction } from '../../database/store';

export type ConfirmationRow = Queries['reference/processes/confirmations']['row'];

/** Under which key an inferred value of an SOP is known; the SOP's own values have no step. */
export function confirmationKey(stepId: string, field: string, target: string): string {
	return `${stepId}|${field}|${target}`;
}

/**
 * The inferred values of an SOP version that an office has confirmed, by key, each with who did so first. A confirmation
 * holds for every version that says the same of the same step: DOMAIN's "until the office confirms that value".
 */
export function confirmedValues<
	Row extends Omit<ConfirmationRow, 'confirmed_by' | 'confirmed_at' | 'sample'>
>(sop: Sop, confirmations: readonly Row[]): Map<string, Row> {
	return new Map(
		inferredValues(sop).flatMap((inferred) => {
			const { stepId, field, target } = inferred;
			const { subject, value } = statedValue(sop, inferred);
			const row = confirmations.find(
				(each) =>
					each.step_id === stepId &&
					each.field === field &&
					each.target === target &&
					each.subject === subject &&
					each.value === value
			);
			return row ? [[confirmationKey(stepId, field, target), row] as const] : [];
		})
	);
}

/** As confirmedValues, of a version as the store has it. */
export async function readConfirmed(
	store: Pick<Reading, 'all'>,
	sop: Sop
): Promise<Map<string, ConfirmationRow>> {
	return confirmedValues(
		sop,
		await store.all('reference/processes/confirmations', { sop: sop.id })
	);
}

/** A text that means a step of an SOP, because somebody said so. */
export interface Alias {
	/** Id of the step or milestone. */
	step: string;
	text: string;
}

/** The words by which a step or milestone is known, normalised; undefined where the version does not have it. */
export function wordsOf(sop: Sop, id: string): string | undefined {
	const text =
		sop.steps.find((step) => step.id === id)?.activity ??
		sop.milestones.find((milestone) => milestone.id === id)?.title;
	return text === undefined ? undefined : normaliseActivity(text);
}

/** Every text by which the document of a version itself calls a step or milestone, normalised. */
export function documentNames(sop: Sop): Set<string> {
	return new Set(
		[
			...sop.steps.flatMap(({ activity, aliases }) => [activity, ...aliases]),
			...sop.milestones.flatMap(({ title, aliases }) => [title, ...aliases])
		].map(normaliseActivity)
	);
}

/**
 * The step or milestone of a version that is known by some words; of several that with the id, where one has it, else the
 * first. undefined where none is.
 */
export function pointOf(sop: Sop, id: string, subject: string): string | undefined {
	const points = [...sop.steps, ...sop.milestones].filter(
		(point) => wordsOf(sop, point.id) === subject
	);
	return (points.find((point) => point.id === id) ?? points[0])?.id;
}

/**
 * The texts that somebody said mean a step of an SOP version, in the order in which they were said. They belong to the
 * step by its words, so they hold for every version that has it, wherever it stands there.
 */
export async function savedAliases(store: Pick<Reading, 'all'>, sop: Sop): Promise<Alias[]> {
	const rows = await store.all('uploads/steps/aliases', { sop: sop.id });
	const known = new Set<string>();
	return rows.flatMap(({ step_id, subject, text, name }) => {
		const step = subject === null ? undefined : pointOf(sop, step_id, subject);
		if (step === undefined || known.has(name)) return [];
		known.add(name);
		return [{ step, text }];
	});
}

/**
 * Lets what people said of a version hold for its corrected transcription: a confirmation where the value itself is the same,
 * and a text that means a step, whatever its words are now.
 */
export async function carryOver(tx: Transaction, before: Sop, after: Sop): Promise<void> {
	const confirmed = await readConfirmed(tx, before);
	for (const inferred of inferredValues(after)) {
		const { stepId, field, target } = inferred;
		const row = confirmed.get(confirmationKey(stepId, field, target));
		const { subject, value } = statedValue(after, inferred);
		if (!row || row.value !== value || row.subject === subject) continue;
		const { confirmed_by, confirmed_at, sample } = row;
		await tx.run('reference/processes/add_confirmation', {
			...{ sop: after.id, step_id: stepId, field, target, subject, value },
			...{ confirmed_by, confirmed_at, sample }
		});
	}
	for (const { id } of [...after.steps, ...after.milestones]) {
		const [subject, corrected] = [wordsOf(before, id), wordsOf(after, id)];
		if (subject === undefined || corrected === undefined || subject === corrected) continue;
		await tx.run('reference/said/copy_aliases', { sop: after.id, step_id: id, subject, corrected });
	}
}

/**
 * Fills in of which values and words confirmations and texts are that a store has from before versions stood beside one
 * another: then each SOP had one version, so it is what that one says.
 */
export async function anchorSaid(tx: Transaction): Promise<void> {
	const confirmations = await tx.all('reference/said/unanchored_confirmations');
	const aliases = await tx.all('reference/said/unanchored_aliases');
	if (confirmations.length + aliases.length === 0) return;
	const sops = new Map(
		(await tx.all('sop/catalogue_versions')).map(({ sop, document }) => [
			sop,
			JSON.parse(document) as Sop
		])
	);
	for (const row of confirmations) {
		const sop = sops.get(row.sop);
		const inferred =
			sop &&
			inferredValues(sop).find(
				({ stepId, field, target }) =>
					stepId === row.step_id && field === row.field && target === row.target
			);
		// What no version infers any more holds for nothing, as it did.
		const said = sop && inferred ? statedValue(sop, inferred) : { subject: '', value: '' };
		await tx.run('reference/said/anchor_confirmation', { ...row, ...said });
	}
	for (const { sop, step_id } of aliases) {
		const known = sops.get(sop);
		const subject = (known && wordsOf(known, step_id)) ?? '';
		await tx.run('reference/said/anchor_alias', { sop, step_id, subject });
	}
}
