import type { SessionLimits } from '$lib/domain/accounts/session-limits';
import { isOver } from '$lib/domain/accounts/session-limits';
import type { Person, Role } from '$lib/domain/accounts/roles';
import { appendAudit, type Actor } from '../audit/append';
import type { Queries } from '../database/generated/queries';
import type { Reading, Store, Transaction } from '../database/store';
import { unitsOf } from './people';
import { hashSecret, newPublicId, newSecret } from './secrets';

/** How somebody proved who they are. */
export type Method = 'password' | 'code' | 'recovery' | 'link' | 'office';

/** Where a session was begun. */
export interface Origin {
	address: string;
	/** What the browser calls itself. */
	agent: string;
}

export type SessionRow = Queries['accounts/sessions/list']['row'];

/** A session that lasts, and whose it is. */
export interface FoundSession {
	hash: string;
	publicId: string;
	person: Person;
}

const LONGEST_AGENT = 200;
/** How exactly it is known when a session was last used: writing it down at each request would be one write each. */
const SEEN_EXACT_MS = 60_000;

/** Begins a session in a transaction and answers its secret, which is for the cookie only. */
export async function beginSession(
	tx: Transaction,
	given: {
		account: number;
		method: Method;
		origin: Origin;
		now: string;
		replaces?: string | undefined;
	}
): Promise<string> {
	const secret = newSecret();
	// Never the one that the browser came with: somebody else may have put it there.
	if (given.replaces)
		await tx.run('accounts/sessions/forget', { hash: hashSecret(given.replaces) });
	await tx.run('accounts/sessions/add', {
		hash: hashSecret(secret),
		public_id: newPublicId(),
		account: given.account,
		method: given.method,
		address: given.origin.address,
		agent: given.origin.agent.slice(0, LONGEST_AGENT),
		now: given.now
	});
	return secret;
}

/**
 * The session of a secret, with what its owner may do now; undefined where there is none, it is over, or the account
 * was closed. One that is over is taken away.
 */
export async function findSession(
	store: Store,
	secret: string,
	limits: SessionLimits,
	now: string
): Promise<FoundSession | undefined> {
	const hash = hashSecret(secret);
	const row = await store.get('accounts/sessions/find', { hash });
	if (!row) return undefined;
	if (!row.active || isOver({ created: row.created_at, seen: row.seen_at }, limits, now)) {
		await store.writeAside((tx) => tx.run('accounts/sessions/forget', { hash }));
		return undefined;
	}
	if (Date.parse(`${now}Z`) - Date.parse(`${row.seen_at}Z`) >= SEEN_EXACT_MS)
		await store.writeAside((tx) => tx.run('accounts/sessions/touch', { hash, now }));
	return {
		hash,
		publicId: row.public_id,
		person: {
			account: row.account,
			name: row.name,
			fullName: row.full_name,
			role: row.role as Role,
			units: unitsOf(row),
			by: 'session',
			actions: null
		}
	};
}

/** Ends the session of a secret, as its owner asks. */
export async function signOut(
	store: Store,
	secret: string,
	actor: Actor,
	now: string
): Promise<void> {
	await store.writeAside(async (tx) => {
		await tx.run('accounts/sessions/forget', { hash: hashSecret(secret) });
		await appendAudit(tx, actor, { action: 'signed_out', object: actor.name }, now);
	});
}

/** The sessions that last, of one account or of all (null), latest first. */
export async function listSessions(
	store: Reading,
	account: number | null,
	limits: SessionLimits,
	now: string
): Promise<SessionRow[]> {
	const rows = await store.all('accounts/sessions/list', { account });
	return rows.filter((row) => !isOver({ created: row.created_at, seen: row.seen_at }, limits, now));
}

/**
 * Ends one session of an account by the name it has on pages; answers whether there was one.
 * @param account null ends one of anybody
 */
export async function endSession(
	store: Store,
	given: { publicId: string; account: number | null },
	actor: Actor,
	now: string
): Promise<boolean> {
	return store.writeAside(async (tx) => {
		const ended = await tx.run('accounts/sessions/forget_public', {
			public_id: given.publicId,
			account: given.account
		});
		if (ended === 0) return false;
		await appendAudit(tx, actor, { action: 'session_ended', object: given.publicId }, now);
		return true;
	});
}

/** Ends the sessions of an account but one (its hash); all of them where that is null. */
export async function endSessions(
	store: Store,
	given: { account: number; name: string; except: string | null },
	actor: Actor,
	now: string
): Promise<number> {
	return store.writeAside(async (tx) => {
		const ended = await tx.run('accounts/sessions/forget_account', {
			account: given.account,
			except: given.except
		});
		await appendAudit(
			tx,
			actor,
			{ action: 'sessions_ended', object: given.name, detail: { sessions: ended } },
			now
		);
		return ended;
	});
}

/** Takes away all sessions that are over. */
export async function sweepSessions(
	store: Store,
	limits: SessionLimits,
	now: string
): Promise<void> {
	const before = (minutes: number): string =>
		new Date(Date.parse(`${now}Z`) - minutes * 60_000).toISOString().slice(0, 19);
	await store.writeAside((tx) =>
		tx.run('accounts/sessions/forget_old', {
			idle_before: before(limits.idle),
			begun_before: before(limits.absolute)
		})
	);
}
