import { createHmac, randomBytes } from 'node:crypto';
import { FAILURE_MEMORY_MS, slowing, type Slowing } from '$lib/domain/accounts/throttle';
import { sameText } from '../secrets';

/** Who tries to sign in to what. */
export interface Attempt {
	/** The name that was typed, as it is kept. */
	name: string;
	address: string;
	/** What the browser was given when it last signed in. */
	device: string | undefined;
}

/** Failures by key, as times in milliseconds; the memory of this process is enough: a restart forgives. */
const failures = new Map<string, number[]>();
/** More keys than any office has; beyond them the oldest are forgotten. */
const mostKeys = 20_000;

// A browser that signed in to an account is known to it until the server is started anew.
const deviceKey = randomBytes(32);

/** What a browser is given that signed in to an account: it is then not slowed by what others fail at. */
export function deviceMark(name: string): string {
	const nonce = randomBytes(12).toString('base64url');
	return `${nonce}.${sign(name, nonce)}`;
}

/** How to slow an attempt at a moment, and until when it is refused; milliseconds. */
export function slowingOf(attempt: Attempt, now: number): Slowing & { wait: number } {
	const pair = recent(pairKey(attempt), now);
	const known = isKnownDevice(attempt);
	const slow = slowing({
		pair: pair.length,
		account: known ? 0 : recent(`account ${attempt.name}`, now).length,
		address: known ? 0 : recent(`address ${attempt.address}`, now).length
	});
	const last = pair.at(-1) ?? 0;
	return { ...slow, wait: Math.max(0, last + slow.refuseFor - now) };
}

/** Notes that an attempt failed. */
export function noteFailure(attempt: Attempt, now: number): void {
	const keys = [pairKey(attempt)];
	if (!isKnownDevice(attempt)) keys.push(`account ${attempt.name}`, `address ${attempt.address}`);
	for (const key of keys) {
		const times = [...recent(key, now), now].slice(-200);
		// The latest stand last, so that the oldest are forgotten first.
		failures.delete(key);
		failures.set(key, times);
	}
	for (const key of failures.keys()) {
		if (failures.size <= mostKeys) break;
		failures.delete(key);
	}
}

/** Forgets what the sender failed at before it signed in. */
export function noteSuccess(attempt: Attempt): void {
	failures.delete(pairKey(attempt));
}

function pairKey(attempt: Attempt): string {
	const from = isKnownDevice(attempt) ? `device ${attempt.device}` : attempt.address;
	return `pair ${attempt.name} ${from}`;
}

function isKnownDevice({ name, device }: Attempt): boolean {
	const [nonce, signature, more] = device?.split('.') ?? [];
	if (!nonce || !signature || more !== undefined) return false;
	return sameText(signature, sign(name, nonce));
}

function sign(name: string, nonce: string): string {
	return createHmac('sha256', deviceKey).update(`${name}\0${nonce}`).digest('base64url');
}

function recent(key: string, now: number): number[] {
	return (failures.get(key) ?? []).filter((time) => now - time < FAILURE_MEMORY_MS);
}
