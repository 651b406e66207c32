import { describe, expect, test } from 'vitest';
import { type WebEvent, answer, guard } from './handle';

const SITE = 'http://127.0.0.1:3000';

function eventOf(path: string, init: RequestInit = {}, cookies: Record<string, string> = {}) {
	const url = new URL(path, SITE);
	const event: WebEvent = {
		request: new Request(url, init),
		url,
		route: { id: url.pathname },
		cookies: { get: (name) => cookies[name] },
		locals: {}
	};
	return event;
}

const post = (path: string, body: string, origin = SITE) =>
	eventOf(path, {
		method: 'POST',
		body,
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }
	});

describe('the guard', () => {
	test('lets a form of ours through with its body', async () => {
		const response = await guard(
			post('/calendar', 'a=1'),
			async ({ request }) => new Response(await request.text())
		);
		expect(await response.text()).toBe('a=1');
	});

	test('refuses a write of another site before the page sees it', async () => {
		let seen = false;
		const response = await guard(post('/calendar', 'a=1', 'https://evil.example'), () => {
			seen = true;
			return new Response();
		});
		expect([response.status, seen]).toEqual([403, false]);
		expect(await response.text()).not.toBe('');
	});

	test('refuses a large body everywhere but on the upload route', async () => {
		const large = 'x'.repeat(600 * 1024);
		const length = async ({ request }: WebEvent) =>
			new Response(String((await request.text()).length));
		expect((await guard(post('/calendar', large), length)).status).toBe(413);
		expect(await (await guard(post('/imports/upload', large), length)).text()).toBe('614400');
	});

	test.each([
		['plain text', 'text/plain', 'a=1'],
		['a form of parts without their boundary', 'multipart/form-data', 'a=1'],
		['parts that break off', 'multipart/form-data; boundary=x', '--x\r\ncontent-dis']
	])('refuses what is no form: %s', async (_, type, body) => {
		const headers = { origin: SITE, 'content-type': type };
		const event = eventOf('/calendar', { method: 'POST', body, headers });
		expect((await guard(event, () => new Response())).status).toBe(400);
	});

	test('lets a program through that says who it is: no browser does so for another site', async () => {
		const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
		const event = eventOf('/imports/jobs', { method: 'POST', body: '{}', headers });
		expect((await guard(event, () => new Response('in'))).status).toBe(200);
	});

	test('sends a reader who came by another name to the one whose forms work', async () => {
		const event = eventOf('/sop?unit=1', { headers: { host: 'localhost:3000' } });
		const response = await guard(event, () => new Response('page'));
		expect(response.status).toBe(307);
		expect(response.headers.get('location')).toBe(`${SITE}/sop?unit=1`);
	});
});

describe('an answer', () => {
	const page = '<html lang="%paraglide.lang%" data-theme="%tepat.theme%">';
	const resolve: Parameters<typeof answer>[1] = (_, options) =>
		new Response(options?.transformPageChunk?.({ html: page }), {
			headers: { 'content-type': 'text/html' }
		});

	test('is Indonesian in the machine’s theme, whatever the browser prefers', async () => {
		const event = eventOf('/', { headers: { 'accept-language': 'en-GB' } });
		expect(await (await answer(event, resolve)).text()).toBe(
			'<html lang="id" data-theme="system">'
		);
	});

	test('follows the reader’s cookies', async () => {
		const event = eventOf(
			'/',
			{ headers: { cookie: 'PARAGLIDE_LOCALE=en; tepat_theme=dark' } },
			{ tepat_theme: 'dark' }
		);
		expect(await (await answer(event, resolve)).text()).toBe('<html lang="en" data-theme="dark">');
	});

	test('never writes a cookie’s own text into the page', async () => {
		const event = eventOf('/', {}, { tepat_theme: '"><script>' });
		expect(await (await answer(event, resolve)).text()).toContain('data-theme="system"');
	});

	test('carries the security headers, and a page is kept in no cache', async () => {
		const { headers } = await answer(eventOf('/'), resolve);
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cache-control': 'no-store'
		});
		expect(headers.get('permissions-policy')).toContain('camera=()');
	});

	test('keeps the cache rule of a download that has one', async () => {
		const { headers } = await answer(
			eventOf('/x'),
			() => new Response('a', { headers: { 'cache-control': 'private, max-age=60' } })
		);
		expect(headers.get('cache-control')).toBe('private, max-age=60');
	});
});
