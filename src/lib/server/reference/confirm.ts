import { inferredValues } from '$lib/domain/sop/inferred-values';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { confirmationKey, writeVersion } from './sops';

/** Longest name of a person that is kept, in characters. */
const NAME_LIMIT = 120;

/** An inferred value as the store keeps its confirmation. */
export interface ConfirmedValue {
	/** Step or limit id; '' for a value of the SOP as a whole. */
	stepId: string;
	field: string;
	/** Of an edge: the step it leads to; '' for all others. */
	target: string;
}

export interface Confirmation {
	sop: string;
	values: readonly ConfirmedValue[];
	/** The person who confirms, as they write their name. */
	by: string;
	/** The instant, UTC, ISO without zone. */
	now: string;
}

/**
 * Records that an office confirms inferred values of an SOP, and judges all its cases anew, in one transaction:
 * verdicts that rested on these values alone are provisional no longer. Confirmations are added, never changed or taken
 * back; a value that is confirmed already stays with whoever confirmed it first.
 * @returns how many values were confirmed now, and how many verdicts became judged
 * @throws UserError `unknown_sop` {sop, known}, `confirmation_name_missing`, `text_too_long` {most},
 * `confirmation_nothing_chosen`, `confirmation_unknown` {field, step} for a value that the SOP does not infer
 */
export async function confirmInference(
	store: Store,
	{ sop: id, values, by, now }: Confirmation
): Promise<{ confirmed: number; judged: number }> {
	const name = by.trim().replace(/\s+/g, ' ');
	if (name === '') throw new UserError('confirmation_name_missing');
	if (name.length > NAME_LIMIT) throw new UserError('text_too_long', { most: NAME_LIMIT });
	if (values.length === 0) throw new UserError('confirmation_nothing_chosen');
	return store.write(async (tx) => {
		const versions = (await tx.all('sop/catalogue_versions')).filter((row) => row.sop === id);
		const [first] = versions;
		if (!first) throw new UserError('unknown_sop', { sop: id, known: '—' });
		const inferred = new Set(
			versions
				.flatMap((row) => inferredValues(JSON.parse(row.document) as Sop))
				.map((value) => confirmationKey(value.stepId, value.field, value.target))
		);
		const confirmed = new Set(
			(await tx.all('reference/processes/confirmations', { sop: id })).map((row) =>
				confirmationKey(row.step_id, row.field, row.target)
			)
		);
		const before = await tx.get('sop/judged', { process: first.process });
		let added = 0;
		for (const { stepId, field, target } of values) {
			const key = confirmationKey(stepId, field, target);
			if (!inferred.has(key)) throw new UserError('confirmation_unknown', { field, step: stepId });
			if (confirmed.has(key)) continue;
			confirmed.add(key);
			added += await tx.run('reference/processes/add_confirmation', {
				sop: id,
				step_id: stepId,
				field,
				target,
				confirmed_by: name,
				confirmed_at: now,
				sample: false
			});
		}
		if (added === 0) return { confirmed: 0, judged: 0 };
		for (const { version, process, document, content_hash: contentHash } of versions) {
			const sop = JSON.parse(document) as Sop;
			await writeVersion(tx, { sop, document, contentHash, process, version, replaces: true });
		}
		await prepareRebuild(tx);
		await tx.run('reference/processes/touch', { process: first.process });
		await rebuildCases(tx, { now });
		const after = await tx.get('sop/judged', { process: first.process });
		return {
			confirmed: added,
			judged: Math.max(0, (before?.provisional ?? 0) - (after?.provisional ?? 0))
		};
	});
}
