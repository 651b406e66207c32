/** What the product never uses, so that injected markup cannot either. */
const PERMISSIONS = [
	'accelerometer=()',
	'camera=()',
	'display-capture=()',
	'geolocation=()',
	'gyroscope=()',
	'microphone=()',
	'payment=()',
	'usb=()'
].join(', ');

/** For answers that are no pages: files, refusals, the plain page that stands in when no other can be drawn. */
const NOTHING =
	"default-src 'none'; object-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Adds the headers that close what a page does not need. Who may frame a page is said by the content
 * security policy. Pages are kept in no cache: an office's figures must not stay behind on a shared
 * machine, and the back button must not show them after an undo.
 * @param response is changed in place; a cache rule that a route set itself stays
 * @param encrypted whether the reader came by https, and is to come by nothing else from now on
 */
export function secure(response: Response, encrypted: boolean): Response {
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	// Not 'no-referrer': under it a browser sends a form with the origin "null", which is refused.
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', PERMISSIONS);
	// A page of ours brings its own; whatever else is answered needs nothing.
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', NOTHING);
	if (encrypted) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	if (!headers.has('cache-control') || isPage(headers)) headers.set('cache-control', 'no-store');
	return response;
}

function isPage(headers: Headers): boolean {
	return headers.get('content-type')?.startsWith('text/html') ?? false;
}
