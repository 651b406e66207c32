import { isDeepStrictEqual } from 'node:util';
import { parseSop } from '$lib/domain/sop/parse';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import { loadCatalogue } from '../catalogue/load';
import type { Store, Transaction } from '../database/store';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { forgetVersion, registerSop, storedSops } from './sops';

/** Longest SOP file that is taken in, in characters: ten times the longest of the catalogue. */
export const LONGEST_SOP = 300_000;

/** Ids of the SOPs that come with the product: these are changed by an update, not by an office. */
export function shippedSops(home: string): Set<string> {
	return new Set(loadCatalogue(home).map(({ id }) => id));
}

/**
 * Takes an office's own SOP into the store, or its new content in place of the earlier one; cases that were read along the
 * earlier one are judged anew, in the same transaction.
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError of parseSop; `sop_long` {most}, `sop_shipped` {sop}, `sop_id_taken` {sop} for the id of another kind of process,
 * `sop_unchanged` {sop}, `sop_unknown_sop` {file, step, text}
 */
export async function addSop(
	store: Store,
	given: { text: string; file: string; now: string }
): Promise<{ sop: Sop; replaced: boolean }> {
	const { text, file, now } = given;
	if (text.length > LONGEST_SOP) throw new UserError('sop_long', { most: LONGEST_SOP });
	const sop = parseSop(text, file);
	if (shippedSops(store.home).has(sop.id)) throw new UserError('sop_shipped', { sop: sop.id });
	return store.write(async (tx) => {
		const known = await tx.get('reference/processes/by_code', { code: sop.id });
		if (known && known.kind !== 'sop') throw new UserError('sop_id_taken', { sop: sop.id });
		const others = await storedSops(tx);
		const ids = new Set([...others.map(({ id }) => id), sop.id]);
		for (const { no, opens } of sop.steps)
			for (const opening of opens)
				if (!ids.has(opening.sop))
					throw new UserError('sop_unknown_sop', { file, step: no, text: opening.sop });
		const before = others.find(({ id }) => id === sop.id);
		if (isDeepStrictEqual(before, JSON.parse(JSON.stringify(sop))))
			throw new UserError('sop_unchanged', { sop: sop.id });
		const { process } = await registerSop(tx, sop);
		if (before) await readAnew(tx, process, now);
		return { sop, replaced: before !== undefined };
	});
}

/**
 * Takes an office's own SOP away again, as long as nothing rests on it.
 * @throws UserError `unknown_sop` {sop, known}, `sop_shipped` {sop}, `sop_rests` {sop, cases, files, followed}, `sop_opened` {sop, by}
 */
export async function removeSop(store: Store, id: string): Promise<Sop> {
	if (shippedSops(store.home).has(id)) throw new UserError('sop_shipped', { sop: id });
	return store.write(async (tx) => {
		const sops = await storedSops(tx);
		const sop = sops.find((one) => one.id === id);
		const known = await tx.get('reference/processes/by_code', { code: id });
		if (!sop || !known)
			throw new UserError('unknown_sop', { sop: id, known: sops.map((one) => one.id).join(', ') });
		const rests = await tx.get('reference/sops/rests', { process: known.process });
		if (rests && rests.cases + rests.files + rests.followed > 0)
			throw new UserError('sop_rests', { sop: id, ...rests });
		const opener = sops.find(
			(one) => one.id !== id && one.steps.some(({ opens }) => opens.some((to) => to.sop === id))
		);
		if (opener) throw new UserError('sop_opened', { sop: id, by: opener.id });
		for (const { version, sop: of } of await tx.all('reference/sops/versions'))
			if (of === id) await forgetVersion(tx, version);
		await tx.run('reference/processes/forget', { process: known.process });
		return sop;
	});
}

async function readAnew(tx: Transaction, process: number, now: string): Promise<void> {
	await prepareRebuild(tx);
	await tx.run('reference/processes/touch', { process });
	if (await tx.get('reference/readings/any_touched')) await rebuildCases(tx, { now });
}
