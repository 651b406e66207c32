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

/**
 * Adds the headers that close what a page does not need. Who may frame a page is said by the content
 * security policy. Pages are kept in no cache: an office's figures must not stay behind on a shared
 * machine, and the back button must not show them after an undo.
 * @param response is changed in place; a cache rule that a route set itself stays
 */
export function secure(response: Response): Response {
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', PERMISSIONS);
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	if (!headers.has('cache-control') || isPage(headers)) headers.set('cache-control', 'no-store');
	return response;
}

function isPage(headers: Headers): boolean {
	return headers.get('content-type')?.startsWith('text/html') ?? false;
}
