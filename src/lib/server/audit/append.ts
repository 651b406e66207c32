import { createHash } from 'node:crypto';
import type { ActName } from '$lib/domain/accounts/acts';
import { canonicalJson, type Json } from '$lib/domain/accounts/canonical-json';
import type { Store, Transaction } from '../database/store';

/** Who did something, and from where. */
export interface Actor {
	/** null for somebody without an account: a visitor, the system, the command line. */
	account: number | null;
	/** What they sign in with. */
	name: string;
	/** Address of the network; '' where there is none. */
	address: string;
}

/** Something that was done. */
export interface Act {
	action: ActName;
	/** What it was done to, in a few words: a name, a number, a path. */
	object: string;
	/** The office whose data it concerns; null for all of them or none. */
	unit?: string | null;
	/** What else is worth knowing; never a secret. */
	detail?: { readonly [key: string]: Json };
}

/** An entry as it is hashed: everything but its own hash. */
export interface Entry {
	entry: number;
	at: string;
	account: number | null;
	actor: string;
	address: string;
	action: string;
	object: string;
	unit: string | null;
	/** Canonical JSON. */
	detail: string;
	previousHash: string;
}

/** What stands in place of the hash before the first entry. */
export const GENESIS = '0'.repeat(64);

const LONGEST_OBJECT = 500;
const LONGEST_DETAIL = 4000;

/** The hash of an entry: SHA-256 over its canonical JSON, the hash of the one before it in it. */
export function hashEntry(entry: Entry): string {
	return createHash('sha256')
		.update(canonicalJson({ ...entry }))
		.digest('hex');
}

/**
 * Adds an entry to the record, in the transaction of what it tells of where that is one of `writeAside`.
 * @param now the instant, UTC, ISO without zone
 */
export async function appendAudit(
	tx: Transaction,
	actor: Actor,
	act: Act,
	now: string
): Promise<void> {
	const head = await tx.get('audit/head');
	const detail = canonicalJson(act.detail ?? {});
	const entry: Entry = {
		entry: (head?.entry ?? 0) + 1,
		at: now,
		account: actor.account,
		actor: actor.name,
		address: actor.address,
		action: act.action,
		object: act.object.slice(0, LONGEST_OBJECT),
		unit: act.unit ?? null,
		detail: detail.length > LONGEST_DETAIL ? canonicalJson({ cut: detail.length }) : detail,
		previousHash: head?.hash ?? GENESIS
	};
	const hash = hashEntry(entry);
	await tx.run('audit/add', {
		entry: entry.entry,
		happened_at: entry.at,
		account: entry.account,
		actor: entry.actor,
		address: entry.address,
		action: entry.action,
		object: entry.object,
		unit_code: entry.unit,
		detail: entry.detail,
		previous_hash: entry.previousHash,
		hash
	});
	await tx.run('audit/forget_head');
	await tx.run('audit/add_head', { entry: entry.entry, hash });
}

/** Adds an entry about something that is done already. Now as appendAudit. */
export function recordAct(store: Store, actor: Actor, act: Act, now: string): Promise<void> {
	return store.writeAside((tx) => appendAudit(tx, actor, act, now));
}
