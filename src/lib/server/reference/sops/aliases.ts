import { stepNumbers } from '$lib/domain/sop/graph';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import { UserError } from '$lib/domain/user-error';
import type { Sop } from '$lib/domain/sop/types';
import type { Store, Transaction } from '../../database/store';
import { prepareRebuild, rebuildCases } from '../../pipeline/rebuild';
import { documentNames, pointOf, wordsOf, type Alias } from './carry-over';
import { forgetReadings } from './write-version';

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
	const { sop: id, by, now } = given;
	return store.write(async (tx) => {
		const versions = await versionsOf(tx, id);
		if (versions.length === 0) throw new UserError('unknown_sop', { sop: id, known: '—' });
		const said = given.aliases.map((alias) => ({ ...alias, ...subjectOf(versions, alias.step) }));
		const added = new Map<string, Alias & { subject: string }>();
		for (const { version, sop } of versions) {
			const numbers = stepNumbers(sop);
			const known = new Set(
				(await tx.all('uploads/steps/known_names', { version })).map(({ name }) => name)
			);
			const fresh = new Map<string, number>();
			for (const alias of said) {
				const number = numbers.get(pointOf(sop, alias.step, alias.subject) ?? '');
				const name = normaliseActivity(alias.text);
				if (number === undefined || name === '' || known.has(name)) continue;
				fresh.set(name, number);
				added.set(name, alias);
			}
			await tx.run('reference/sops/add_names', {
				version,
				name: [...fresh.keys()],
				step: [...fresh.values()]
			});
		}
		for (const [name, { step, text, subject }] of added) {
			await tx.run('uploads/steps/forget_alias', { sop: id, name });
			await tx.run('uploads/steps/add_alias', {
				...{ sop: id, step_id: step, name, text, subject },
				...{ saved_by: by, saved_at: now }
			});
		}
		await readAnew(tx, versions, [...added.keys()], now);
		return [...added.values()].map(({ step, text }) => ({ step, text }));
	});
}

async function versionsOf(tx: Transaction, id: string) {
	const rows = (await tx.all('sop/catalogue_versions')).filter((row) => row.sop === id);
	return rows.map(({ version, process, document }) => ({
		...{ version, process },
		sop: JSON.parse(document) as Sop
	}));
}

/** By which words a step is known in the version that comes into force last of those that have it. */
function subjectOf(versions: readonly { sop: Sop }[], step: string): { subject: string } {
	const found = versions.findLast(({ sop }) => wordsOf(sop, step) !== undefined);
	const subject = found && wordsOf(found.sop, step);
	if (subject === undefined) throw new UserError('alias_step', { step });
	return { subject };
}

/** Takes texts back that saveAliases has added, as if it had never been. Now as there. */
export async function forgetAliases(
	store: Store,
	given: { sop: string; aliases: readonly Alias[]; now: string }
): Promise<void> {
	if (given.aliases.length === 0) return;
	await store.write(async (tx) => {
		const { sop, now } = given;
		const versions = await versionsOf(tx, sop);
		const names = given.aliases.map(({ text }) => normaliseActivity(text));
		for (const name of names) {
			await tx.run('uploads/steps/forget_alias', { sop, name });
			// What the document of a version itself calls a step so stays.
			for (const { version, sop: of } of versions)
				if (!documentNames(of).has(name))
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
