/** Enough for any form of ours; files go to the upload route, which streams them to disk. */
export const BODY_LIMIT_BYTES = 512 * 1024;

/** Routes that stream their body to disk under the limit of the whole process (BODY_SIZE_LIMIT). */
const UPLOAD_ROUTES: ReadonlySet<string> = new Set([
	'/imports/upload',
	'/imports/push',
	'/deviations/evidence',
	'/reports/verify/file'
]);

/** Whether a route takes files, and so stands outside the limit of forms. */
export function takesUploads(routeId: string | null): boolean {
	return routeId !== null && UPLOAD_ROUTES.has(routeId);
}

/**
 * Reads a request's body into memory while it stays under a limit.
 *
 * The declared length is refused at once; what really arrives is counted too, because a body sent in
 * chunks declares none. The rest of a refused body is left unread.
 * @param limit in bytes
 * @returns a request with the same head and the body read, or undefined when the body is too large
 */
export async function readLimited(request: Request, limit: number): Promise<Request | undefined> {
	if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
	if (!request.body) return request;
	const reader = request.body.getReader();
	const body = new Uint8Array(limit);
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		if (size + value.byteLength > limit) {
			// Not cancelled: the server would tear down the connection before the answer is sent.
			reader.releaseLock();
			return undefined;
		}
		body.set(value, size);
		size += value.byteLength;
	}
	const { method, headers, signal } = request;
	return new Request(request.url, { method, headers, signal, body: body.slice(0, size) });
}
