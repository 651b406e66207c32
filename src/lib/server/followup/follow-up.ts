import { randomUUID } from 'node:crypto';
import {
	checkFollowUp,
	fitsState,
	FOLLOW_RULES,
	type FollowAct
} from '$lib/domain/deviations/follow-up';
import { UserError } from '$lib/domain/user-error';
import { followStatesText } from '$lib/format/follow-up';
import type { Reading, Store } from '../database/store';
import type { Queries } from '../database/generated/queries';
import { localDate } from '../suppliers/services/list';
import { attachEvidence, type EvidenceFile } from './evidence';

/** Deviations of one act: more is a rule of its own, not a case to be explained. */
export const FOLLOW_MOST = 10_000;

/** Who follows something up. */
export interface Follower {
	account: number | null;
	name: string;
	/** By which their files are known as theirs. */
	owner: string;
}

/** An act of a history with its evidence. */
export type HistoryEntry = Queries['followup/history']['row'] & { files: EvidenceFile[] };

/**
 * Adds the same act, with the same words and evidence, to the history of some deviations; those whose state does not
 * allow it are left as they are and counted by that state. All of the act comes to be, or nothing.
 * @param seen the store as the person sees it: what they do not see is not found
 * @param given.now the instant, UTC, ISO without zone
 * @returns how many it was added to, how many were left in which state (`gone` where it is not found), and the codes of the offices concerned
 * @throws UserError `deviation_not_found`, `follow_up_none`, `follow_up_many` {most}, `follow_up_state` {reasons}; as
 * checkFollowUp and attachEvidence
 */
export async function followUp(
	seen: Store,
	given: {
		ids: readonly string[];
		act: FollowAct;
		body: string;
		files: readonly string[];
		/** Of a question: the local date by which it wants an answer. */
		due?: string;
		by: Follower;
		now: string;
	}
): Promise<{ done: number; left: Record<string, number>; units: string[]; bundle: string }> {
	const { act, by, files, now } = given;
	const ids = [...new Set(given.ids)];
	if (ids.length === 0) throw new UserError('follow_up_none');
	if (ids.length > FOLLOW_MOST) throw new UserError('follow_up_many', { most: FOLLOW_MOST });
	if (!ids.every(isIdentity)) throw new UserError('deviation_not_found');
	const { body, due } = checkFollowUp({
		act,
		body: given.body,
		files: files.length,
		due: given.due ?? '',
		// A date is over by the clock of the capital, as in the list.
		today: localDate(now, 'WIB')
	});
	const visible = await seen.all('followup/states', { ids });
	if (visible.length === 0) throw new UserError('deviation_not_found');
	const bundle = randomUUID();
	// Beside the line of imports: nobody waits for one to explain a deviation.
	return seen.writeAside(
		async (tx) => {
			// Read again inside: two people may decide at the same time.
			const states = await tx.all('followup/states', { ids: visible.map(({ id }) => id) });
			const fitting = states.filter(({ state }) => fitsState(act, state));
			const left = countStates(states.filter(({ state }) => !fitsState(act, state)));
			if (states.length < ids.length) left.gone = ids.length - states.length;
			if (fitting.length === 0)
				throw new UserError('follow_up_state', { reasons: followStatesText(left) });
			const chosen = fitting.map(({ id }) => id);
			await tx.run('followup/keep_deviations', { ids: chosen });
			await attachEvidence(tx, { files, owner: by.owner, bundle });
			await tx.run('followup/add_entries', {
				ids: chosen,
				bundle,
				act,
				state: FOLLOW_RULES[act].to,
				body,
				account: by.account,
				by_name: by.name,
				now,
				due
			});
			return {
				done: fitting.length,
				left,
				units: [...new Set(fitting.map(({ unit }) => unit))].sort(),
				bundle
			};
		},
		// Counts of deviations that are kept tell how many nobody has followed up yet.
		{ anew: true }
	);
}

function countStates(rows: readonly { state: string }[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
	return counts;
}

/** What was said and decided about a deviation, oldest first, each with its files. */
export async function readHistory(store: Reading, id: string): Promise<HistoryEntry[]> {
	const entries = await store.all('followup/history', { id });
	const bundles = entries.map(({ bundle }) => bundle);
	const files = await store.all('followup/evidence/of_bundles', { bundles });
	return entries.map((entry) => ({
		...entry,
		files: files
			.filter(({ bundle }) => bundle === entry.bundle)
			.map(({ file, name, bytes, sha256 }) => ({ file, name, bytes, sha256 }))
	}));
}

/** Whether a text can be the identity of a deviation: an unsigned whole number of 64 bits. */
export function isIdentity(text: string): boolean {
	return /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n;
}
