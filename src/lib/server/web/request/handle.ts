import { UserError } from '$lib/domain/user-error';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { describeError } from '../../errors/describe';
import { BODY_LIMIT_BYTES, readLimited, takesUploads } from './body-limit';
import { secure } from './headers';
import { isForeignWrite, isOtherName } from './origin';
import { statusOf } from './report-error';
import { THEME_COOKIE, readTheme } from './theme';

/** What these steps need of the framework's request event. */
export interface WebEvent {
	request: Request;
	readonly url: URL;
	readonly route: { readonly id: string | null };
	readonly cookies: { get(name: string): string | undefined };
	readonly locals: object;
}

type Resolve<Event extends WebEvent> = (
	event: Event,
	options?: { transformPageChunk?: (input: { html: string }) => string }
) => Response | Promise<Response>;

/**
 * Answers in the reader's language and theme, with the headers every answer carries.
 */
export function answer<Event extends WebEvent>(
	event: Event,
	resolve: Resolve<Event>
): Promise<Response> {
	const { url, request } = event;
	// Never the request itself: the middleware copies it, and with it a whole upload into memory.
	const head = new Request(url, { headers: request.headers });
	return paraglideMiddleware(head, async ({ locale }) => {
		const theme = readTheme(event.cookies.get(THEME_COOKIE));
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%paraglide.lang%', locale).replace('%tepat.theme%', theme)
		});
		return secure(withOwnStatus(response, event.locals), url.protocol === 'https:');
	});
}

/**
 * Refuses what must not reach a page: another site's writes and bodies larger than a form. A reader
 * who came by another name of this site is sent to the name that works.
 */
export async function guard<Event extends WebEvent>(
	event: Event,
	resolve: Resolve<Event>
): Promise<Response> {
	const { request, url } = event;
	const { method, headers } = request;
	const reads = method === 'GET' || method === 'HEAD';
	if (reads && isOtherName({ host: headers.get('host'), site: url })) {
		return new Response(null, { status: 307, headers: { location: url.href } });
	}
	// A browser adds no such header by itself, and asks us before it lets another site do so; we never answer.
	const byProgram = headers.has('authorization');
	if (
		!byProgram &&
		isForeignWrite({ method, origin: headers.get('origin'), siteOrigin: url.origin })
	) {
		return refuse(403, new UserError('foreign_origin', { origin: url.origin }));
	}
	if (!reads && !takesUploads(event.route.id)) {
		const limited = await readLimited(request, BODY_LIMIT_BYTES);
		if (!limited) {
			return refuse(
				413,
				new UserError('body_too_large', { limit: `${BODY_LIMIT_BYTES / 1024} KB` })
			);
		}
		if (!(await isReadableForm(limited))) return refuse(400, new UserError('form_unreadable'));
		event.request = limited;
	}
	return resolve(event);
}

/**
 * Whether a body is what it says: a form that cannot be read would later look like a fault of the server, and plain
 * text is a form to the framework but to nobody else.
 */
async function isReadableForm(request: Request): Promise<boolean> {
	const type = request.headers.get('content-type')?.toLowerCase() ?? '';
	if (type.startsWith('text/plain')) return false;
	if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type)) return true;
	return request
		.clone()
		.formData()
		.then(
			() => true,
			() => false
		);
}

function refuse(status: number, error: UserError): Response {
	return new Response(describeError(error) ?? error.message, {
		status,
		// The rest of a refused body is not waited for.
		headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }
	});
}

/** The framework answers 500 to every thrown error; a wrong input of a reader is not the server's fault. */
function withOwnStatus(response: Response, locals: object): Response {
	const status = statusOf(locals);
	if (status === undefined || response.status !== 500) return response;
	return new Response(response.body, { status, headers: response.headers });
}
