import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../e2e/server';
import { browse, freePort, PASSWORD } from './client';

const ORIGIN = 'https://lpse.contoh.go.id';

let server: TestServer;
let port: number;

/** As an office runs it: a proxy with a certificate in front, which passes requests on within the machine. */
beforeAll(async () => {
	port = await freePort();
	server = await startServer({ accounts: true, env: { ORIGIN, PORT: String(port) } });
}, 120_000);

afterAll(async () => {
	await server.stop();
});

test('behind a certificate the cookies are bound to this host and to https', async () => {
	for (let times = 0; times < 100 && !server.firstLink; times++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	expect(server.firstLink).toMatch(/^https:\/\/lpse\.contoh\.go\.id\/link\//);
	// The test knows the server by the address that it prints, which is the proxy's here.
	const client = browse({ ...server, url: `http://127.0.0.1:${port}` });
	const made = await client.post(
		new URL(server.firstLink ?? '').pathname,
		{ name: 'admin', fullName: 'Sri', password: PASSWORD, repeated: PASSWORD },
		{ origin: ORIGIN }
	);
	const cookies = made.headers.getSetCookie().filter((line) => !/max-age=0/i.test(line));
	expect(cookies).toEqual([
		expect.stringMatching(
			/^__Host-tepat_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/
		),
		expect.stringMatching(
			/^__Host-tepat_device=[\w.-]+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/
		)
	]);
});

test('every answer says that this host is to be reached by https only, and what a page may load', async () => {
	const client = browse({ ...server, url: `http://127.0.0.1:${port}` });
	for (const [path, accept] of [
		['/sign-in', 'text/html'],
		['/', 'text/html'],
		['/nowhere', '*/*'],
		['/imports/jobs/x', 'application/json']
	] as const) {
		const { headers } = await client.get(path, { accept });
		expect(headers.get('strict-transport-security'), path).toBe(
			'max-age=31536000; includeSubDomains'
		);
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy, path).toContain("object-src 'none'");
		expect(policy, path).toContain("base-uri 'none'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
		expect(headers.get('access-control-allow-origin'), path).toBeNull();
		expect(headers.get('referrer-policy'), path).toBe('same-origin');
	}
});

test('a page is refused to a reader who comes by a name that is not the office’s', async () => {
	const client = browse({ ...server, url: `http://127.0.0.1:${port}` });
	const foreign = await client.post(
		'/sign-in?/password',
		{ name: 'a', password: 'b' },
		{ origin: `http://127.0.0.1:${port}` }
	);
	expect(foreign.status).toBe(403);
});
