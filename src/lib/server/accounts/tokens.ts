import {
	TOKEN_ACTIONS,
	unitsOfToken,
	type Person,
	type Role,
	type TokenAction
} from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, type Actor } from '../audit/append';
import type { Queries } from '../database/generated/queries';
import type { Reading, Store } from '../database/store';
import { unitsOf } from './people';
import { hashSecret, newSecret } from './secrets';

export type TokenRow = Queries['accounts/tokens/list']['row'];

/** So that a token that was left somewhere is recognised for what it is. */
const PREFIX = 'tepat_';
const LONGEST_TITLE = 100;
const LONGEST_DAYS = 366;
const SEEN_EXACT_MS = 60_000;

/** The tokens of an account, or of all (null): those in force first. */
export function listTokens(
	store: Reading,
	account: number | null,
	now: string
): Promise<TokenRow[]> {
	return store.all('accounts/tokens/list', { account, now });
}

/**
 * Makes a token with which a program imports for a person, and answers its secret, which is shown once.
 * @param given.unit code of an office; null for all that the person sees
 * @param given.days how long it is in force, 1 to 366
 * @throws UserError `token_title_missing`, `text_too_long`, `token_actions_missing`, `token_days` {most}, `token_unit`
 */
export async function addToken(
	store: Store,
	given: {
		person: Person & { account: number };
		title: string;
		unit: string | null;
		actions: readonly string[];
		days: number;
	},
	actor: Actor,
	now: string
): Promise<string> {
	const title = given.title.trim();
	if (title === '') throw new UserError('token_title_missing');
	if (title.length > LONGEST_TITLE) throw new UserError('text_too_long', { most: LONGEST_TITLE });
	const actions = TOKEN_ACTIONS.filter((action) => given.actions.includes(action));
	if (actions.length === 0) throw new UserError('token_actions_missing');
	if (!Number.isInteger(given.days) || given.days < 1 || given.days > LONGEST_DAYS)
		throw new UserError('token_days', { most: LONGEST_DAYS });
	const { account, units } = given.person;
	if (given.unit !== null) {
		const known = (await store.all('reading/units')).some(({ code }) => code === given.unit);
		if (!known || (units !== null && !units.includes(given.unit)))
			throw new UserError('token_unit');
	}
	const secret = PREFIX + newSecret();
	await store.writeAside(async (tx) => {
		const added = await tx.get('accounts/tokens/add', {
			account,
			title,
			hash: hashSecret(secret),
			unit_code: given.unit,
			actions,
			now,
			expires_at: new Date(Date.parse(`${now}Z`) + given.days * 86_400_000)
				.toISOString()
				.slice(0, 19)
		});
		await appendAudit(
			tx,
			actor,
			{
				action: 'token_added',
				object: title,
				unit: given.unit,
				detail: { token: added?.token ?? 0, actions, days: given.days }
			},
			now
		);
	});
	return secret;
}

/** Revokes a token of an account, or of anybody (null); answers whether one was in force. */
export async function revokeToken(
	store: Store,
	given: { token: number; account: number | null },
	actor: Actor,
	now: string
): Promise<boolean> {
	return store.writeAside(async (tx) => {
		if ((await tx.run('accounts/tokens/revoke', { ...given, now })) === 0) return false;
		await appendAudit(tx, actor, { action: 'token_revoked', object: String(given.token) }, now);
		return true;
	});
}

/**
 * For whom the sender of a token acts, with no more rights than its owner has now; undefined for a token that was
 * revoked, has expired, or never was, and for an account that was closed.
 */
export async function findToken(
	store: Store,
	secret: string,
	now: string
): Promise<Person | undefined> {
	if (!secret.startsWith(PREFIX) || secret.length > 100) return undefined;
	const row = await store.get('accounts/tokens/find', { hash: hashSecret(secret), now });
	if (!row?.active) return undefined;
	const { token } = row;
	if (
		row.used_at === null ||
		Date.parse(`${now}Z`) - Date.parse(`${row.used_at}Z`) >= SEEN_EXACT_MS
	)
		await store.writeAside((tx) => tx.run('accounts/tokens/touch', { token, now }));
	return {
		account: row.account,
		name: row.name,
		fullName: row.full_name,
		role: row.role as Role,
		units: unitsOfToken(unitsOf(row), row.unit_code),
		by: 'token',
		actions: row.actions.filter((action): action is TokenAction =>
			TOKEN_ACTIONS.some((known) => known === action)
		)
	};
}
