import type { Person } from '$lib/domain/accounts/roles';
import { readSessionLimits, type SessionLimits } from '$lib/domain/accounts/session-limits';
import { demoPerson, isDemo, readDemoView } from '../../accounts/demo';
import { findSession } from '../../accounts/sessions';
import { findToken } from '../../accounts/tokens';
import type { Store } from '../../database/store';
import { currentInstant } from '../../product';
import { readCookie, type CookieJar } from './cookies';

/** Who sends a request, and by what they are known. */
export interface Identity {
	person: Person | undefined;
	/** Hash and public name of the session; undefined for a program and in a demonstration. */
	session: { hash: string; publicId: string } | undefined;
}

/** The limits of sessions that the settings say: TEPAT_SESSION_IDLE and TEPAT_SESSION_HOURS. */
export function sessionLimits(
	env: Record<string, string | undefined> = process.env
): SessionLimits {
	const hours = env.TEPAT_SESSION_HOURS;
	const absolute = /^\d{1,3}$/.test(hours ?? '') ? String(Number(hours) * 60) : undefined;
	return readSessionLimits(env.TEPAT_SESSION_IDLE, absolute);
}

/** The secret of an `Authorization: Bearer` header; undefined where there is none. */
export function bearerOf(headers: Headers): string | undefined {
	return /^Bearer ([\w-]{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/**
 * Who sends a request: the owner of its token, else of its session. A request with a token is known by that alone,
 * whatever cookies come along.
 */
export async function identify(
	store: Store,
	event: { request: Request; cookies: CookieJar; url: URL }
): Promise<Identity> {
	const nobody: Identity = { person: undefined, session: undefined };
	if (event.request.headers.has('authorization')) {
		const secret = bearerOf(event.request.headers);
		const person = secret ? await findToken(store, secret, currentInstant()) : undefined;
		return { ...nobody, person };
	}
	if (isDemo())
		return { ...nobody, person: await demoPerson(store, readDemoView(readCookie(event, 'demo'))) };
	const secret = readCookie(event, 'session');
	if (!secret || secret.length > 200) return nobody;
	const found = await findSession(store, secret, sessionLimits(), currentInstant());
	return found
		? { person: found.person, session: { hash: found.hash, publicId: found.publicId } }
		: nobody;
}
