import { normaliseActivity } from '$lib/domain/sop/normalise';
import { UserError } from '$lib/domain/user-error';
import type { Sop } from '$lib/domain/sop/types';
import type { Store, Transaction } from '../database/store';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import type { Alias } from './saved-aliases';
import { forgetReadings, stepNumbers } from './sops';

/**
 * Keeps that texts mean steps of an SOP, for all files from now on; cases in the store that have such an activity are
 * read anew. A text that means a step already stays as it is: the document's own names go first.
 * @param given.by who says so
 * @param given.now the instant, UTC, ISO without zone
 * @returns those that were not known before, for forgetAliases
 * @throws UserError `unknown_sop` {sop, known}, `alias_step` {step}
 */
export async function saveAliases(
	store: Store,
	given: { sop: string; aliases: readonly Alias[]; by: string; now: string }
): Promise<Alias[]> {
	const { sop, by, now } = given;
	return store.write(async (tx) => {
		const versions = (await tx.all('sop/catalogue_versions')).filter((row) => row.sop === sop);
		if (versions.length === 0) throw new UserError('unknown_sop', { sop, known: '—' });
		const added = new Map<string, Alias>();
		for (const { version, document } of versions) {
			const numbers = stepNumbers(JSON.parse(document) as Sop);
			const known = new Set(
				(await tx.all('uploads/steps/known_names', { version })).map(({ name }) => name)
			);
			const fresh = new Map<string, number>();
			for (const alias of given.aliases) {
				const number = numbers.get(alias.step);
				if (number === undefined) throw new UserError('alias_step', { step: alias.step });
				const name = normaliseActivity(alias.text);
				if (name === '' || known.has(name)) continue;
				fresh.set(name, number);
				added.set(name, alias);
			}
			await tx.run('reference/sops/add_names', {
				version,
				name: [...fresh.keys()],
				step: [...fresh.values()]
			});
		}
		for (const [name, { step, text }] of added) {
			await tx.run('uploads/steps/forget_alias', { sop, name });
			await tx.run('uploads/steps/add_alias', {
				sop,
				step_id: step,
				name,
				text,
				saved_by: by,
				saved_at: now
			});
		}
		await readAnew(tx, versions, [...added.keys()], now);
		return [...added.values()];
	});
}

/** Takes texts back that saveAliases has added, as if it had never been. Now as there. */
export async function forgetAliases(
	store: Store,
	given: { sop: string; aliases: readonly Alias[]; now: string }
): Promise<void> {
	if (given.aliases.length === 0) return;
	await store.write(async (tx) => {
		const { sop, now } = given;
		const versions = (await tx.all('sop/catalogue_versions')).filter((row) => row.sop === sop);
		const names = given.aliases.map(({ text }) => normaliseActivity(text));
		for (const name of names) {
			await tx.run('uploads/steps/forget_alias', { sop, name });
			for (const { version } of versions)
				await tx.run('uploads/steps/forget_sop_name', { version, name });
		}
		await readAnew(tx, versions, names, now);
	});
}

/** Cases that have such an activity read along their SOP in another way now. */
async function readAnew(
	tx: Transaction,
	versions: readonly { version: number; process: number }[],
	names: readonly string[],
	now: string
): Promise<void> {
	const used = names.length > 0 && (await tx.get('uploads/steps/uses_name', { names }));
	if (!used) return;
	await prepareRebuild(tx);
	for (const { version } of versions) await forgetReadings(tx, version);
	for (const process of new Set(versions.map((row) => row.process)))
		await tx.run('reference/processes/touch', { process });
	if (await tx.get('reference/readings/any_touched')) await rebuildCases(tx, { now });
}
