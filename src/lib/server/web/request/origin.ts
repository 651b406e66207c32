/**
 * Whether a request changes something and was not sent by one of our own pages.
 *
 * The framework refuses only form posts from elsewhere. A page on another site can also send JSON or
 * a file as `text/plain` or `application/octet-stream`, and the browser adds our cookies to it. Every
 * browser names the sender in `Origin` on such requests, so one that names nobody is refused as well.
 */
export function isForeignWrite(request: {
	method: string;
	/** the `Origin` header */
	origin: string | null;
	/** where this site is, `http://127.0.0.1:3000` */
	siteOrigin: string;
}): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return false;
	return request.origin !== request.siteOrigin;
}

/**
 * Whether a reader came by another name of this site than the one its links and forms use, so that
 * every form would be refused as foreign: `localhost` for `127.0.0.1`. It also ends DNS rebinding,
 * where a foreign name is made to point here.
 *
 * A reverse proxy in front may pass its own loopback name for us; the reader's name is then checked there.
 */
export function isOtherName(request: {
	/** the `Host` header */
	host: string | null;
	/** where this site is */
	site: URL;
}): boolean {
	if (request.host === null || request.host === request.site.host) return false;
	const behindProxy = isLoopback(hostname(request.host)) && !isLoopback(request.site.hostname);
	return !behindProxy;
}

function hostname(host: string): string {
	return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
}

function isLoopback(name: string): boolean {
	return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
