import { checkPassword } from '$lib/domain/accounts/password';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, type Actor } from '../audit/append';
import type { Reading, Store } from '../database/store';
import { addAccount, findAccount, hasAccounts } from './people';
import { hashPassword } from './sign-in/passwords';
import { hashSecret, newSecret } from './secrets';
import { beginSession, type Origin } from './sessions';

/** What a link is for. */
export interface OpenLink {
	purpose: 'first' | 'invite' | 'reset';
	/** Whose password it lets choose; null for the first account, which it makes. */
	account: number | null;
	name: string | null;
	fullName: string | null;
}

const FIRST_HOURS = 24;
const PERSON_HOURS = 72;

const system: Actor = { account: null, name: 'tepat', address: '' };

/** A link for the first account, in place of any earlier one; undefined where there are accounts. Answers its secret. */
export async function newFirstLink(store: Store, now: string): Promise<string | undefined> {
	if (await hasAccounts(store)) return undefined;
	const secret = newSecret();
	await store.writeAside(async (tx) => {
		await tx.run('accounts/links/forget', { account: null });
		await tx.run('accounts/links/add', {
			hash: hashSecret(secret),
			purpose: 'first',
			account: null,
			now,
			expires_at: later(now, FIRST_HOURS)
		});
	});
	return secret;
}

/**
 * A link with which somebody chooses a password, in place of any earlier one. Answers its secret, which is shown once.
 * @throws UserError `unknown_account`, `account_closed`
 */
export async function newPersonLink(
	store: Store,
	account: number,
	actor: Actor,
	now: string
): Promise<string> {
	const secret = newSecret();
	await store.writeAside(async (tx) => {
		const row = await findAccount(tx, account);
		if (!row.active) throw new UserError('account_closed');
		await tx.run('accounts/links/forget', { account });
		await tx.run('accounts/links/add', {
			hash: hashSecret(secret),
			purpose: row.password_hash === null ? 'invite' : 'reset',
			account,
			now,
			expires_at: later(now, PERSON_HOURS)
		});
		await appendAudit(tx, actor, { action: 'link_made', object: row.name }, now);
	});
	return secret;
}

/** What a link is for. @throws UserError `link_not_found` for one that was used, has expired, or never was */
export async function findLink(store: Reading, secret: string, now: string): Promise<OpenLink> {
	const row = await store.get('accounts/links/find', { hash: hashSecret(secret), now });
	if (!row) throw new UserError('link_not_found');
	return {
		purpose: row.purpose as OpenLink['purpose'],
		account: row.account,
		name: row.name,
		fullName: row.full_name
	};
}

/**
 * Uses a link up: makes the first account or sets a password, ends all sessions of that account, and signs in, unless
 * the account has a second factor, which a link does not replace. One of two who use it at once is refused.
 * @returns the secret of the new session and who it is; no secret where the second factor is asked for
 * @throws UserError `link_not_found`, `passwords_differ`, and of checkPassword and addAccount
 */
export async function useLink(
	store: Store,
	given: {
		secret: string;
		name: string;
		fullName: string;
		password: string;
		repeated: string;
		origin: Origin;
		replaces: string | undefined;
	},
	now: string
): Promise<{ session: string | undefined; name: string }> {
	const link = await findLink(store, given.secret, now);
	if (given.password !== given.repeated) throw new UserError('passwords_differ');
	checkPassword(given.password, [link.name ?? given.name, link.fullName ?? given.fullName]);
	const passwordHash = await hashPassword(given.password);
	return store.writeAside(async (tx) => {
		const used = await tx.run('accounts/links/use', { hash: hashSecret(given.secret), now });
		if (used !== 1) throw new UserError('link_not_found');
		if (link.account === null && (await hasAccounts(tx))) throw new UserError('link_not_found');
		const account =
			link.account ??
			(await addAccount(
				tx,
				{ name: given.name, fullName: given.fullName, role: 'admin', units: null },
				{ ...system, address: given.origin.address },
				now
			));
		const row = await findAccount(tx, account);
		if (!row.active) throw new UserError('link_not_found');
		await tx.run('accounts/people/set_password', { account, password_hash: passwordHash, now });
		await tx.run('accounts/sessions/forget_account', { account, except: null });
		const actor = { account, name: row.name, address: given.origin.address };
		await appendAudit(
			tx,
			actor,
			{ action: 'link_used', object: row.name, detail: { purpose: link.purpose } },
			now
		);
		if (row.totp_secret !== null) return { session: undefined, name: row.name };
		const session = await beginSession(tx, {
			account,
			method: 'link',
			origin: given.origin,
			now,
			replaces: given.replaces
		});
		await appendAudit(
			tx,
			actor,
			{ action: 'signed_in', object: row.name, detail: { method: 'link' } },
			now
		);
		return { session, name: row.name };
	});
}

function later(now: string, hours: number): string {
	return new Date(Date.parse(`${now}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
}
