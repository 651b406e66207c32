/** Cookies of ours that hold a secret, by what they are for. */
const NAMES = {
	session: 'tepat_session',
	/** The password was right, the code is waited for. */
	second: 'tepat_second',
	/** This browser signed in before. */
	device: 'tepat_device',
	/** On the way to the office's own sign-in. */
	office: 'tepat_office',
	/** As whom a demonstration is looked at; no secret. */
	demo: 'tepat_demo'
} as const;
export type CookieUse = keyof typeof NAMES;

const SECONDS: Partial<Record<CookieUse, number>> = {
	second: 5 * 60,
	office: 10 * 60,
	device: 180 * 24 * 3600
};

/** What this needs of the framework. */
export interface CookieJar {
	get(name: string): string | undefined;
	set(name: string, value: string, options: CookieOptions & { path: string }): void;
	delete(name: string, options: CookieOptions & { path: string }): void;
}

interface CookieOptions {
	httpOnly: boolean;
	secure: boolean;
	sameSite: 'lax' | 'strict';
	maxAge?: number;
}

/**
 * The cookie's name at an address. `__Host-` is kept by browsers to https, to this very host and to all of its paths:
 * no neighbour under the same domain can put one there. Without https, which only this machine uses, it would be refused.
 */
export function cookieName(use: CookieUse, url: URL): string {
	return url.protocol === 'https:' ? `__Host-${NAMES[use]}` : NAMES[use];
}

/** What a cookie holds; undefined where there is none. */
export function readCookie(
	event: { cookies: CookieJar; url: URL },
	use: CookieUse
): string | undefined {
	return event.cookies.get(cookieName(use, event.url)) || undefined;
}

/** Sets a cookie of ours: out of reach of scripts, not sent along with what other sites post. */
export function writeCookie(
	event: { cookies: CookieJar; url: URL },
	use: CookieUse,
	value: string
): void {
	const maxAge = SECONDS[use];
	event.cookies.set(cookieName(use, event.url), value, {
		...optionsOf(event.url),
		...(maxAge === undefined ? {} : { maxAge })
	});
}

/** Takes a cookie away. */
export function dropCookie(event: { cookies: CookieJar; url: URL }, use: CookieUse): void {
	event.cookies.delete(cookieName(use, event.url), optionsOf(event.url));
}

function optionsOf(url: URL) {
	return { path: '/', httpOnly: true, secure: url.protocol === 'https:', sameSite: 'lax' } as const;
}
