import { formatLocal } from '$lib/domain/calendar/local-time';
import type { InferredValue, SampleManifest } from '$lib/domain/samples/manifest';
import { inferredValues, statedValue } from '$lib/domain/sop/inferred-values';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import type { Transaction } from '../database/store';
import { storedSops } from '../reference/sops/versions';
import { writeVersion } from '../reference/sops/write-version';

/**
 * Confirms, for the offices of the samples, what the catalogue infers, except what they have left open, and
 * marks the versions accordingly. Throws `samples_unknown_inference` {sop, step, field} when what is left
 * open is inferred nowhere: the catalogue has changed.
 */
export async function confirmInferences(
	tx: Transaction,
	{ by, at, left }: SampleManifest['confirmations']
): Promise<void> {
	const key = (value: InferredValue) =>
		[value.sop, value.step, value.field, value.target].join('|');
	const inferred = (await storedSops(tx)).flatMap((sop) =>
		inferredValues(sop).map((value) => ({
			...{ sop: sop.id, step: value.stepId, field: value.field, target: value.target },
			said: statedValue(sop, value)
		}))
	);
	const known = new Set(inferred.map(key));
	const open = new Set(left.map(key));
	const unknown = left.find((value) => !known.has(key(value)));
	if (unknown) {
		const { sop, step, field } = unknown;
		throw new UserError('samples_unknown_inference', { sop, step, field });
	}
	for (const value of inferred) {
		if (open.has(key(value))) continue;
		await tx.run('reference/processes/add_confirmation', {
			sop: value.sop,
			step_id: value.step,
			field: value.field,
			target: value.target,
			...value.said,
			confirmed_by: by,
			confirmed_at: formatLocal(at),
			sample: true
		});
	}
	await rewrite(tx, await tx.all('samples/confirmed_sops'));
}

/** Takes those confirmations back. Answers the processes whose cases are to be judged anew. */
export async function forgetConfirmations(tx: Transaction): Promise<number[]> {
	const versions = await tx.all('samples/confirmed_sops');
	await tx.run('samples/forget_confirmations');
	await rewrite(tx, versions);
	return versions.map(({ process }) => process);
}

async function rewrite(
	tx: Transaction,
	versions: { version: number; process: number; content_hash: string; document: string }[]
): Promise<void> {
	for (const { version, process, content_hash: contentHash, document } of versions) {
		const sop = JSON.parse(document) as Sop;
		await writeVersion(tx, { sop, document, contentHash, process, version, replaces: true });
	}
}
