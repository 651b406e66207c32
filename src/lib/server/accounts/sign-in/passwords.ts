import { hash, verify } from '@node-rs/argon2';
import { LONGEST_PASSWORD } from '$lib/domain/accounts/password';

/**
 * argon2id (the library's default kind) with 64 MiB and 5 passes: about 90 ms on a small server, above OWASP's least
 * (19 MiB, 2 passes).
 */
const COST = { memoryCost: 64 * 1024, timeCost: 5, parallelism: 1 } as const;

/** At most so many at once: each takes 64 MiB and a thread that the store needs too. */
const AT_ONCE = 2;
/** In line beyond these nobody waits: the sender is told to come again. */
const LONGEST_LINE = 40;

let running = 0;
const line: (() => void)[] = [];

/** Whether so many sign-ins wait that one more should come again later. */
export function isCrowded(): boolean {
	return line.length >= LONGEST_LINE;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running < AT_ONCE) running++;
	else await new Promise<void>((resolve) => line.push(resolve));
	try {
		return await work();
	} finally {
		const next = line.shift();
		if (next) next();
		else running--;
	}
}

/** The hash of a password, with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize('NFC'), COST));
}

let dummy: Promise<string> | undefined;

/**
 * Whether a password is the one of a hash. Where there is none (no such account, or no password yet), a hash of nothing
 * is compared all the same: the time must not tell which names exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	// Nobody can have one this long; a longer one is only work.
	if (password.length > LONGEST_PASSWORD * 4) return verifyPassword(null, '');
	const against = stored ?? (await (dummy ??= hashPassword('nobody has this password')));
	const fits = await inTurn(() => verify(against, password.normalize('NFC')));
	return fits && stored !== null;
}

/** Makes the hash that stands in for one that is not there, so that the first sign-in does not take longer. */
export async function warmUp(): Promise<void> {
	await (dummy ??= hashPassword('nobody has this password'));
}
