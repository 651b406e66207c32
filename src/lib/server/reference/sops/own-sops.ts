import { parseSop } from '$lib/domain/sop/parse';
import type { Sop } from '$lib/domain/sop/types';
import { versionKey } from '$lib/domain/sop/versions';
import { UserError } from '$lib/domain/user-error';
import { loadCatalogue } from '../../catalogue/load';
import type { Reading, Store } from '../../database/store';
import { findVersion, nameProcess, readAnew, registerSop, storedSops } from './versions';
import { forgetVersion } from './write-version';

/** Longest SOP file that is taken in, in characters: ten times the longest of the catalogue. */
export const LONGEST_SOP = 300_000;

/** Whether a version comes with the product: that one is changed by an update, not by an office. */
export function isShipped(
	home: string,
	{ id, effectiveFrom }: Pick<Sop, 'id' | 'effectiveFrom'>
): boolean {
	return loadCatalogue(home).some((sop) => sop.id === id && sop.effectiveFrom === effectiveFrom);
}

/**
 * Takes an office's own SOP into the store, or a version of an SOP beside those that are known, or a correction of one of the
 * same date in its place; the cases that it judges are read anew, in the same transaction.
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError of parseSop; `sop_long` {most}, `sop_shipped` {sop, version} for a version that comes with the product,
 * `sop_id_taken` {sop} for the id of another kind of process, `sop_unchanged` {sop}, `sop_unknown_sop` {file, step, text}
 */
export async function addSop(
	store: Store,
	given: { text: string; file: string; now: string }
): Promise<{ sop: Sop; added: 'sop' | 'version' | 'correction' }> {
	const { text, file, now } = given;
	if (text.length > LONGEST_SOP) throw new UserError('sop_long', { most: LONGEST_SOP });
	const sop = parseSop(text, file);
	if (isShipped(store.home, sop))
		throw new UserError('sop_shipped', { sop: sop.id, version: versionKey(sop.effectiveFrom) });
	return store.write(async (tx) => {
		const known = await tx.get('reference/processes/by_code', { code: sop.id });
		if (known && known.kind !== 'sop') throw new UserError('sop_id_taken', { sop: sop.id });
		const others = await storedSops(tx);
		const ids = new Set([...others.map(({ id }) => id), sop.id]);
		for (const { no, opens } of sop.steps)
			for (const opening of opens)
				if (!ids.has(opening.sop))
					throw new UserError('sop_unknown_sop', { file, step: no, text: opening.sop });
		const { process, version, changed, replaced } = await registerSop(tx, sop);
		if (!changed) throw new UserError('sop_unchanged', { sop: sop.id });
		if (known) await readAnew(tx, [{ process, version }], now);
		return { sop, added: replaced ? 'correction' : known ? 'version' : 'sop' };
	});
}

/** What adding an SOP would do to what the store has. */
export interface Effect {
	/** The version it takes the place of, or stands beside: the one in force on its date, else the first after it. */
	before: Sop;
	/** Whether it is a correction of that version: of the same date. */
	replaces: boolean;
	/** The day on which the next version comes into force; null where none does. */
	until: string | null;
	/** Cases that it will judge. */
	cases: number;
}

/** Answers what adding an SOP would do; null for an SOP that the store does not know. */
export async function foreseeSop(store: Reading, sop: Sop): Promise<Effect | null> {
	const versions = (await store.all('sop/catalogue_versions')).filter(
		({ sop: id }) => id === sop.id
	);
	const from = sop.effectiveFrom ?? '';
	const before =
		versions.findLast(({ effective_from: since }) => (since ?? '') <= from) ?? versions[0];
	if (!before) return null;
	const until = versions.find(({ effective_from: since }) => (since ?? '') > from)?.effective_from;
	const counted = await store.get('sop/cases_begun', {
		process: before.process,
		since: sop.effectiveFrom,
		until: until ?? null
	});
	return {
		before: JSON.parse(before.document) as Sop,
		replaces: before.effective_from === sop.effectiveFrom,
		until: until ?? null,
		cases: counted?.cases ?? 0
	};
}

/**
 * Takes a version of an office's own away again. While another version is left, its cases are read anew by the one that is in
 * force then, in the same transaction; the last one goes only as long as nothing rests on it.
 * @param asked as findVersion
 * @param now the instant, UTC, ISO without zone
 * @returns the version as it was, and how many are left
 * @throws UserError of findVersion; `sop_shipped` {sop, version}, `sop_rests` {sop, cases, files, followed}, `sop_opened` {sop, by}
 */
export async function removeSop(
	store: Store,
	given: { id: string; version: string | null; now: string }
): Promise<{ sop: Sop; left: number }> {
	const { id, now } = given;
	return store.write(async (tx) => {
		const { sop, process, version, effectiveFrom } = await findVersion(tx, id, given.version);
		if (isShipped(store.home, sop))
			throw new UserError('sop_shipped', { sop: id, version: versionKey(effectiveFrom) });
		const versions = (await tx.all('sop/catalogue_versions')).filter((row) => row.sop === id);
		const left = versions.length - 1;
		if (left === 0) {
			const rests = await tx.get('reference/sops/rests', { process });
			if (rests && rests.cases + rests.files + rests.followed > 0)
				throw new UserError('sop_rests', { sop: id, ...rests });
			const opener = (await storedSops(tx)).find(
				(one) => one.id !== id && one.steps.some(({ opens }) => opens.some((to) => to.sop === id))
			);
			if (opener) throw new UserError('sop_opened', { sop: id, by: opener.id });
		}
		await forgetVersion(tx, version);
		if (left === 0) await tx.run('reference/processes/forget', { process });
		else {
			await nameProcess(tx, id, process);
			await readAnew(tx, [{ process, version }], now);
		}
		return { sop, left };
	});
}
