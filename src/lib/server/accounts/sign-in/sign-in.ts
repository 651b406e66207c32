import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, recordAct, type Actor } from '../../audit/append';
import type { Store } from '../../database/store';
import { isCrowded, verifyPassword } from './passwords';
import { hashSecret, newSecret } from '../secrets';
import { beginSession, type Method, type Origin } from '../sessions';
import { noteFailure, noteSuccess, slowingOf, type Attempt } from './throttle';
import { hashRecoveryCode, totpStep } from './totp';

/** What came of a right password: a session, or the question for a code. */
export type SignIn =
	| { session: string; name: string }
	/** A secret that says that the password was right; it is worth nothing without a code. */
	| { second: string };

/** Somebody whose password was right and whose code is waited for. */
interface Waiting {
	account: number;
	name: string;
	until: number;
	failures: number;
}

const SECOND_MS = 5 * 60_000;
const MOST_CODES = 5;
const MOST_WAITING = 5_000;

// Hot reload evaluates this module anew while somebody looks for their telephone.
const shared = globalThis as { tepatSecondFactor?: Map<string, Waiting> };
const waiting = (shared.tepatSecondFactor ??= new Map());

/** What every attempt brings along. */
export interface Sender {
	origin: Origin;
	/** What the browser was given when it last signed in. */
	device: string | undefined;
	/** The secret of the session that it came with; a new one takes its place. */
	replaces: string | undefined;
}

/**
 * Signs in with a password. A name that does not exist, one whose account is closed and a wrong password are told
 * apart neither by the answer nor by the time that it takes.
 * @throws UserError `sign_in_failed`, `sign_in_slow` {seconds}, `sign_in_crowded`
 */
export async function signIn(
	store: Store,
	given: { name: string; password: string } & Sender,
	clock: () => { now: string; at: number }
): Promise<SignIn> {
	const name = given.name.normalize('NFKC').trim().toLowerCase().slice(0, 130);
	const { address } = given.origin;
	const attempt: Attempt = { name, address, device: given.device };
	await slowDown(attempt, clock);
	const row = await store.get('accounts/people/by_name', { name });
	const stored = row?.active === true ? row.password_hash : null;
	const fits = await verifyPassword(stored, given.password);
	const { now, at } = clock();
	if (!fits || !row) {
		noteFailure(attempt, at);
		await recordFailure(store, { name, address, reason: 'password' }, now);
		throw new UserError('sign_in_failed');
	}
	if (row.totp_secret !== null) {
		const second = newSecret();
		for (const [hash, { until }] of waiting)
			if (until < at || waiting.size > MOST_WAITING) waiting.delete(hash);
		waiting.set(hashSecret(second), {
			account: row.account,
			name,
			until: at + SECOND_MS,
			failures: 0
		});
		return { second };
	}
	noteSuccess(attempt);
	return enter(store, { account: row.account, name, method: 'password', sender: given }, now);
}

/**
 * Completes a sign-in with a code of the second factor, or with a recovery code. A code works once.
 * @throws UserError `sign_in_again` when the password must be given anew, `code_wrong`, `sign_in_slow`, `sign_in_crowded`
 */
export async function signInWithCode(
	store: Store,
	given: { second: string; code: string } & Sender,
	clock: () => { now: string; at: number }
): Promise<{ session: string; name: string }> {
	const hash = hashSecret(given.second);
	const found = waiting.get(hash);
	const { now, at } = clock();
	if (!found || found.until < at) throw new UserError('sign_in_again');
	const attempt: Attempt = {
		name: found.name,
		address: given.origin.address,
		device: given.device
	};
	await slowDown(attempt, clock);
	const method = await takeCode(store, found.account, given.code, { now, at });
	if (!method) {
		found.failures++;
		if (found.failures >= MOST_CODES) waiting.delete(hash);
		noteFailure(attempt, at);
		await recordFailure(store, { name: found.name, address: attempt.address, reason: 'code' }, now);
		throw new UserError(found.failures >= MOST_CODES ? 'sign_in_again' : 'code_wrong');
	}
	waiting.delete(hash);
	noteSuccess(attempt);
	return enter(store, { account: found.account, name: found.name, method, sender: given }, now);
}

/** Uses up a code of an account; undefined where it is none, or was used before. */
async function takeCode(
	store: Store,
	account: number,
	code: string,
	{ now, at }: { now: string; at: number }
): Promise<Method | undefined> {
	return store.writeAside(async (tx) => {
		const row = await tx.get('accounts/people/by_number', { account });
		if (!row?.active || row.totp_secret === null) return undefined;
		const step = totpStep(row.totp_secret, code, at);
		if (step !== null)
			return (await tx.run('accounts/people/use_totp_step', { account, step })) === 1
				? 'code'
				: undefined;
		const used = await tx.run('accounts/people/use_recovery_code', {
			account,
			hash: hashRecoveryCode(account, code),
			now
		});
		return used === 1 ? 'recovery' : undefined;
	});
}

async function enter(
	store: Store,
	given: { account: number; name: string; method: Method; sender: Sender },
	now: string
): Promise<{ session: string; name: string }> {
	const { account, name, method, sender } = given;
	const session = await store.writeAside(async (tx) => {
		const secret = await beginSession(tx, {
			account,
			method,
			origin: sender.origin,
			now,
			replaces: sender.replaces
		});
		const actor: Actor = { account, name, address: sender.origin.address };
		await appendAudit(tx, actor, { action: 'signed_in', object: name, detail: { method } }, now);
		return secret;
	});
	return { session, name };
}

async function slowDown(attempt: Attempt, clock: () => { at: number }): Promise<void> {
	const { wait, delay } = slowingOf(attempt, clock().at);
	if (wait > 0) throw new UserError('sign_in_slow', { seconds: Math.ceil(wait / 1000) });
	if (isCrowded()) throw new UserError('sign_in_crowded');
	if (delay > 0) await sleep(delay);
}

/** The name as it was typed: somebody may have typed a password there, so only one that exists is written down. */
async function recordFailure(
	store: Store,
	given: { name: string; address: string; reason: string },
	now: string
): Promise<void> {
	const known = await store.get('accounts/people/by_name', { name: given.name });
	const actor: Actor = { account: null, name: '—', address: given.address };
	const object = known ? given.name : '?';
	const detail = { reason: given.reason };
	await recordAct(store, actor, { action: 'sign_in_failed', object, detail }, now);
}
