import { decide, findRight, type Asked } from '$lib/domain/accounts/rights';
import type { Person } from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '../../errors/describe';
import { answerFor, noteAct } from '../context';
import type { CookieJar } from '../people/cookies';
import { identify, type Identity } from '../people/identify';
import { wholeStore } from '../store';

/** What this step needs of the framework's request event. */
export interface AdmitEvent {
	request: Request;
	readonly url: URL;
	readonly route: { readonly id: string | null };
	readonly cookies: CookieJar;
	readonly isDataRequest: boolean;
	readonly isSubRequest: boolean;
	readonly locals: { identity: Identity };
	getClientAddress(): string;
	fetch(path: string, init: { headers: Record<string, string> }): Promise<Response>;
}

/**
 * Lets a request pass to its page or not: who sends it, what the table of rights says. The page is answered for that
 * person: what it reads is held to the offices they see. A file that leaves the product is noted in the record.
 */
export async function admit<Event extends AdmitEvent>(
	event: Event,
	resolve: (event: Event) => Response | Promise<Response>
): Promise<Response> {
	const { request, url, route } = event;
	const identity = await identify(await wholeStore(), event);
	event.locals.identity = identity;
	const { person } = identity;
	const asked: Asked = { route: route.id, method: request.method, query: url.searchParams };
	const context = { person, address: event.getClientAddress() };
	return answerFor(context, async () => {
		const decision = decide(asked, person);
		if (decision === 'sign_in') return askToSignIn(event);
		if (decision === 'refuse') return refuse(event, asked, person);
		const response = await resolve(event);
		if (findRight(asked)?.download && response.ok && request.method === 'GET')
			await noteAct({ action: 'downloaded', object: url.pathname + url.search });
		return response;
	});
}

/** A reader of pages is led to the sign-in and back; a program is told. */
function askToSignIn(event: AdmitEvent): Response {
	const { request, url } = event;
	const reads = request.method === 'GET' || request.method === 'HEAD';
	const back = reads ? url.pathname + url.search : backOf(request, url);
	const location = back === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(back)}`;
	if (event.isDataRequest || (reads && wantsPage(request)))
		return new Response(null, { status: 303, headers: { location } });
	// What the framework's own forms understand: they ask with a script and follow.
	if (request.headers.get('x-sveltekit-action') === 'true')
		return Response.json({ type: 'redirect', status: 303, location });
	if (wantsPage(request)) return new Response(null, { status: 303, headers: { location } });
	return told(401, new UserError('signed_out'), { 'www-authenticate': 'Bearer' });
}

async function refuse(
	event: AdmitEvent,
	asked: Asked,
	person: Person | undefined
): Promise<Response> {
	const { request } = event;
	if (person?.by === 'session')
		await noteAct({
			action: 'refused',
			object: `${asked.method} ${event.url.pathname}`,
			detail: { role: person.role }
		});
	const error = new UserError('not_allowed');
	if (request.headers.get('x-sveltekit-action') === 'true')
		return Response.json({
			type: 'error',
			status: 403,
			error: { message: describeError(error) ?? '' }
		});
	if (event.isDataRequest || !wantsPage(request) || event.isSubRequest) return told(403, error);
	// A page of ours says it, with the way back to what the reader may see.
	const page = await event.fetch('/refused', { headers: { accept: 'text/html' } });
	return new Response(page.body, { status: 403, headers: page.headers });
}

function told(status: number, error: UserError, headers: Record<string, string> = {}): Response {
	return Response.json({ message: describeError(error) ?? error.code }, { status, headers });
}

function wantsPage(request: Request): boolean {
	return request.headers.get('accept')?.includes('text/html') ?? false;
}

/** The page from which a form was sent, so that its sender comes back to it. */
function backOf(request: Request, url: URL): string {
	const from = request.headers.get('referer');
	if (!from || !URL.canParse(from)) return '/';
	const page = new URL(from);
	return page.origin === url.origin ? page.pathname + page.search : '/';
}
