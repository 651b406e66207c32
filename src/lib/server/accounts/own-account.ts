import { checkPassword } from '$lib/domain/accounts/password';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, type Actor } from '../audit/append';
import type { Reading, Store } from '../database/store';
import { hashPassword, verifyPassword } from './sign-in/passwords';
import { findAccount } from './people';
import {
	hashRecoveryCode,
	newRecoveryCodes,
	newTotpSecret,
	totpAddress,
	totpStep
} from './sign-in/totp';
import { noteFailure, slowingOf, type Attempt } from './sign-in/throttle';

/** What a page shows of one's own account. */
export interface OwnAccount {
	name: string;
	fullName: string;
	role: string;
	hasPassword: boolean;
	hasTotp: boolean;
	/** Recovery codes left. */
	recoveryCodes: number;
	passwordAt: string | null;
}

/** What a page shows of one's own account. @throws UserError `unknown_account` */
export async function readOwnAccount(store: Reading, account: number): Promise<OwnAccount> {
	const [row, codes] = await Promise.all([
		findAccount(store, account),
		store.get('accounts/people/count_recovery_codes', { account })
	]);
	return {
		name: row.name,
		fullName: row.full_name,
		role: row.role,
		hasPassword: row.password_hash !== null,
		hasTotp: row.totp_secret !== null,
		recoveryCodes: codes?.unused ?? 0,
		passwordAt: row.password_at
	};
}

/** Confirms with the password that it is really its owner who sits there. Slowed as a sign-in. */
async function confirm(
	store: Store,
	account: number,
	password: string,
	address: string,
	at: number
): Promise<{ name: string; full_name: string; totp_secret: string | null }> {
	const row = await findAccount(store, account);
	const attempt: Attempt = { name: row.name, address, device: undefined };
	const { wait } = slowingOf(attempt, at);
	if (wait > 0) throw new UserError('sign_in_slow', { seconds: Math.ceil(wait / 1000) });
	if (!(await verifyPassword(row.password_hash, password))) {
		noteFailure(attempt, at);
		throw new UserError('password_wrong');
	}
	return row;
}

/**
 * Changes one's own password; all other sessions end, and so do the links that would change it.
 * @param given.session hash of the session that stays
 * @throws UserError `password_wrong`, `passwords_differ`, `sign_in_slow`, and of checkPassword
 */
export async function changeOwnPassword(
	store: Store,
	given: { account: number; current: string; password: string; repeated: string; session: string },
	actor: Actor,
	{ now, at }: { now: string; at: number }
): Promise<void> {
	const { account } = given;
	const row = await confirm(store, account, given.current, actor.address, at);
	if (given.password !== given.repeated) throw new UserError('passwords_differ');
	checkPassword(given.password, [row.name, row.full_name]);
	const hash = await hashPassword(given.password);
	await store.writeAside(async (tx) => {
		await tx.run('accounts/people/set_password', { account, password_hash: hash, now });
		await tx.run('accounts/sessions/forget_account', { account, except: given.session });
		await tx.run('accounts/links/forget', { account });
		await appendAudit(tx, actor, { action: 'password_changed', object: row.name }, now);
	});
}

/** Secrets of second factors that were shown and wait for a first code, by account. */
const started = new Map<number, { secret: string; until: number }>();
const START_MS = 15 * 60_000;

/**
 * Begins a second factor: answers the secret and the address for an authenticator. Nothing is kept until a code of it
 * is given. @throws UserError `password_wrong`, `sign_in_slow`
 */
export async function startTotp(
	store: Store,
	given: { account: number; password: string },
	actor: Actor,
	at: number
): Promise<{ secret: string; address: string }> {
	const row = await confirm(store, given.account, given.password, actor.address, at);
	const secret = newTotpSecret();
	started.set(given.account, { secret, until: at + START_MS });
	return { secret, address: totpAddress(row.name, secret) };
}

/** The second factor that was begun, to be shown again; undefined where none was. */
export function startedTotp(
	account: number,
	name: string,
	at: number
): { secret: string; address: string } | undefined {
	const found = started.get(account);
	if (!found || found.until < at) return undefined;
	return { secret: found.secret, address: totpAddress(name, found.secret) };
}

/**
 * Takes a second factor into use with its first code, and answers the recovery codes, which are shown once.
 * @throws UserError `totp_not_started`, `code_wrong`
 */
export async function confirmTotp(
	store: Store,
	given: { account: number; code: string; session: string },
	actor: Actor,
	{ now, at }: { now: string; at: number }
): Promise<string[]> {
	const { account } = given;
	const found = started.get(account);
	if (!found || found.until < at) throw new UserError('totp_not_started');
	const step = totpStep(found.secret, given.code, at);
	if (step === null) throw new UserError('code_wrong');
	started.delete(account);
	const codes = newRecoveryCodes();
	await store.writeAside(async (tx) => {
		await tx.run('accounts/people/set_totp', { account, secret: found.secret, step });
		await tx.run('accounts/people/forget_recovery_codes', { account });
		await tx.run('accounts/people/add_recovery_codes', {
			account,
			hashes: codes.map((code) => hashRecoveryCode(account, code))
		});
		await tx.run('accounts/sessions/forget_account', { account, except: given.session });
		await appendAudit(tx, actor, { action: 'totp_added', object: actor.name }, now);
	});
	return codes;
}

/** Takes one's own second factor away. @throws UserError `password_wrong`, `sign_in_slow` */
export async function removeOwnTotp(
	store: Store,
	given: { account: number; password: string },
	actor: Actor,
	{ now, at }: { now: string; at: number }
): Promise<void> {
	await confirm(store, given.account, given.password, actor.address, at);
	await removeTotp(store, given.account, actor, now);
}

/** Takes the second factor of an account away, as an administrator does for somebody who lost it. */
export async function removeTotp(
	store: Store,
	account: number,
	actor: Actor,
	now: string
): Promise<void> {
	await store.writeAside(async (tx) => {
		const row = await findAccount(tx, account);
		await tx.run('accounts/people/set_totp', { account, secret: null, step: null });
		await tx.run('accounts/people/forget_recovery_codes', { account });
		await appendAudit(tx, actor, { action: 'totp_removed', object: row.name }, now);
	});
}
