import { inferredValues, statedValue } from '$lib/domain/sop/inferred-values';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { confirmationKey, confirmedValues, readConfirmed } from './carry-over';
import { findVersion, readAnew } from './versions';
import { writeVersion } from './write-version';

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
	/** Of which version they are, as findVersion; the one that comes into force last where it is left out. */
	version?: string | null;
	values: readonly ConfirmedValue[];
	/** The person who confirms, as they write their name. */
	by: string;
	/** The instant, UTC, ISO without zone. */
	now: string;
}

/**
 * Records that an office confirms inferred values of a version of an SOP, and judges the cases anew that this concerns, in
 * one transaction: verdicts that rested on these values alone are provisional no longer. Other versions that say the same
 * of the same step are confirmed with it, others not. Confirmations are added, never changed or taken back; a value that is
 * confirmed already stays with whoever confirmed it first.
 * @returns how many values were confirmed now, and how many verdicts became judged
 * @throws UserError `unknown_sop` {sop, known}, `unknown_sop_version` {sop, version, known}, `confirmation_name_missing`,
 * `text_too_long` {most}, `confirmation_nothing_chosen`, `confirmation_unknown` {field, step} for a value that the version
 * does not infer
 */
export async function confirmInference(
	store: Store,
	{ sop: id, version: asked = null, values, by, now }: Confirmation
): Promise<{ confirmed: number; judged: number }> {
	const name = by.trim().replace(/\s+/g, ' ');
	if (name === '') throw new UserError('confirmation_name_missing');
	if (name.length > NAME_LIMIT) throw new UserError('text_too_long', { most: NAME_LIMIT });
	if (values.length === 0) throw new UserError('confirmation_nothing_chosen');
	return store.write(async (tx) => {
		const { process, sop: chosen } = await findVersion(tx, id, asked);
		const inferred = new Map(
			inferredValues(chosen).map((value) => [
				confirmationKey(value.stepId, value.field, value.target),
				value
			])
		);
		const rows = await tx.all('reference/processes/confirmations', { sop: id });
		const confirmed = new Set(confirmedValues(chosen, rows).keys());
		const before = await tx.get('sop/judged', { process });
		let added = 0;
		for (const { stepId, field, target } of values) {
			const key = confirmationKey(stepId, field, target);
			const value = inferred.get(key);
			if (!value) throw new UserError('confirmation_unknown', { field, step: stepId });
			if (confirmed.has(key)) continue;
			confirmed.add(key);
			added += await tx.run('reference/processes/add_confirmation', {
				...{ sop: id, step_id: stepId, field, target, ...statedValue(chosen, value) },
				...{ confirmed_by: name, confirmed_at: now, sample: false }
			});
		}
		if (added === 0) return { confirmed: 0, judged: 0 };
		const changed: { process: number; version: number }[] = [];
		for (const row of await tx.all('sop/catalogue_versions')) {
			if (row.sop !== id) continue;
			const { version, document, content_hash: contentHash } = row;
			const sop = JSON.parse(document) as Sop;
			if ((await readConfirmed(tx, sop)).size === confirmedValues(sop, rows).size) continue;
			await writeVersion(tx, { sop, document, contentHash, process, version, replaces: true });
			changed.push({ process, version });
		}
		await readAnew(tx, changed, now);
		const after = await tx.get('sop/judged', { process });
		return {
			confirmed: added,
			judged: Math.max(0, (before?.provisional ?? 0) - (after?.provisional ?? 0))
		};
	});
}
