import { accountName, fullName } from '$lib/domain/accounts/names';
import { isRole, type Role } from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, type Actor } from '../audit/append';
import type { Queries } from '../database/generated/queries';
import type { Reading, Store, Transaction } from '../database/store';

/** An account with what decides who may sign in to it. */
export type AccountRow = Queries['accounts/people/by_number']['row'];

/** What an administrator decides about an account. */
export interface AccountChoice {
	fullName: string;
	role: string;
	/** Codes of offices; null for all of them. */
	units: readonly string[] | null;
}

/** Whether anybody has an account: until then nothing but making the first one is possible. */
export async function hasAccounts(store: Reading): Promise<boolean> {
	return ((await store.get('accounts/people/count'))?.accounts ?? 0) > 0;
}

/** An account by its number. @throws UserError `unknown_account` */
export async function findAccount(store: Reading, account: number): Promise<AccountRow> {
	const row = await store.get('accounts/people/by_number', { account });
	if (!row) throw new UserError('unknown_account');
	return row;
}

/** The number of an account in an address. @throws UserError `unknown_account` */
export function parseAccountNumber(text: string): number {
	const number = /^[1-9]\d{0,8}$/.exec(text)?.[0];
	if (number === undefined) throw new UserError('unknown_account');
	return Number(number);
}

/** Codes of the offices of a row; null for all. */
export function unitsOf(row: {
	all_units: boolean;
	units: readonly (string | null)[] | null;
}): readonly string[] | null {
	return row.all_units ? null : (row.units?.filter((code) => code !== null) ?? []);
}

/** What an administrator chose, read. @throws UserError `account_role_unknown`, `account_units_missing`, and of fullName */
function readChoice(given: AccountChoice): { fullName: string; role: Role } {
	if (!isRole(given.role)) throw new UserError('account_role_unknown');
	if (given.units?.length === 0) throw new UserError('account_units_missing');
	if (given.role === 'admin' && given.units !== null) throw new UserError('account_admin_units');
	return { fullName: fullName(given.fullName), role: given.role };
}

/**
 * Adds an account without a password and answers its number; a link lets its owner choose one.
 * @param now the instant, UTC, ISO without zone
 * @throws UserError `account_name_taken`, `account_name_invalid`, and of the choice
 */
export async function addAccount(
	tx: Transaction,
	given: AccountChoice & { name: string; subject?: string; passwordHash?: string },
	actor: Actor,
	now: string
): Promise<number> {
	const name = accountName(given.name);
	const choice = readChoice(given);
	if (await tx.get('accounts/people/by_name', { name })) throw new UserError('account_name_taken');
	const added = await tx.get('accounts/people/add', {
		name,
		full_name: choice.fullName,
		role: choice.role,
		all_units: given.units === null,
		password_hash: given.passwordHash ?? null,
		subject: given.subject ?? null,
		now
	});
	if (!added) throw new Error('an insert without a row');
	if (given.units)
		await tx.run('accounts/people/add_units', { account: added.account, units: given.units });
	await appendAudit(
		tx,
		actor,
		{
			action: 'account_added',
			object: name,
			detail: { role: choice.role, units: given.units ?? 'all', fullName: choice.fullName }
		},
		now
	);
	return added.account;
}

/**
 * Changes what an administrator decides about an account. A new role holds from the next request on; whoever is closed
 * is signed out and their tokens end.
 * @throws UserError `unknown_account`, `account_last_admin`, and of the choice
 */
export async function changeAccount(
	store: Store,
	given: AccountChoice & { account: number; active: boolean },
	actor: Actor,
	now: string
): Promise<void> {
	const choice = readChoice(given);
	await store.writeAside((tx) => changeIn(tx, { ...given, ...choice }, actor, now));
}

/** As changeAccount, in a transaction. */
export async function changeIn(
	tx: Transaction,
	given: {
		account: number;
		active: boolean;
		fullName: string;
		role: Role;
		units: readonly string[] | null;
	},
	actor: Actor,
	now: string
): Promise<void> {
	const { account, units } = given;
	const before = await findAccount(tx, account);
	const wasAdmin = before.role === 'admin' && before.active;
	const staysAdmin = given.role === 'admin' && given.active;
	const admins = (await tx.get('accounts/people/count'))?.admins ?? 0;
	if (wasAdmin && !staysAdmin && admins <= 1) throw new UserError('account_last_admin');
	await tx.run('accounts/people/change', {
		account,
		full_name: given.fullName,
		role: given.role,
		all_units: units === null,
		active: given.active
	});
	await tx.run('accounts/people/forget_units', { account });
	if (units) await tx.run('accounts/people/add_units', { account, units });
	if (!given.active) {
		await tx.run('accounts/sessions/forget_account', { account, except: null });
		await tx.run('accounts/tokens/revoke_account', { account, now });
		await tx.run('accounts/links/forget', { account });
	}
	await appendAudit(
		tx,
		actor,
		{
			action: 'account_changed',
			object: before.name,
			detail: {
				role: [before.role, given.role],
				units: [unitsOf(before) ?? 'all', units ?? 'all'],
				active: [before.active, given.active]
			}
		},
		now
	);
}
