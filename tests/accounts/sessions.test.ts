import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../e2e/server';
import {
	accountNumber,
	browse,
	firstAdmin,
	invite,
	isIn,
	newPerson,
	PASSWORD,
	type Client
} from './client';
import { generateSync } from 'otplib';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
	server = await startServer({ accounts: true });
}, 120_000);

afterAll(async () => {
	await server.stop();
});

describe('before there is an account', () => {
	test('every page leads to the sign-in, which says where to go', async () => {
		const client = browse(server);
		for (const path of ['/', '/cases/1', '/accounts', '/audit', '/nowhere']) {
			const response = await client.get(path);
			expect([response.status, response.headers.get('location')?.split('?')[0]]).toEqual([
				303,
				'/sign-in'
			]);
		}
		expect(await (await client.get('/sign-in')).text()).toContain('Belum ada akun');
	});

	test('the link shows its form without being used up by looking, and tells no other site of itself', async () => {
		const client = browse(server);
		const path = new URL(server.firstLink ?? '').pathname;
		for (let look = 0; look < 2; look++) {
			const page = await client.get(path);
			expect(await page.text()).toContain('Akun pertama');
			expect(page.headers.get('referrer-policy')).toBe('same-origin');
		}
	});

	test('the link refuses a password that is guessed first, and is not used up by it', async () => {
		const client = browse(server);
		const path = new URL(server.firstLink ?? '').pathname;
		const weak = {
			name: 'admin',
			fullName: 'Sri',
			password: 'password12345',
			repeated: 'password12345'
		};
		const response = await client.post(path, weak);
		expect(response.status).toBe(422);
		const text = await response.text();
		expect(text).toContain('mudah ditebak');
		expect(text).not.toContain('password12345');
	});
});

describe('the first account', () => {
	test('is made with the link, once', async () => {
		admin = await firstAdmin(server);
		expect(await isIn(admin)).toBe(true);
		const path = new URL(server.firstLink ?? '').pathname;
		const again = await browse(server).post(path, {
			name: 'intruder',
			fullName: 'Intruder',
			password: PASSWORD,
			repeated: PASSWORD
		});
		expect(again.status).toBe(404);
		expect(await (await browse(server).get(path)).text()).toContain('Tautan tidak berlaku');
	});

	test('of two who use a link at the same moment one is refused', async () => {
		const link = await invite(admin, { name: 'balapan', role: 'kepala' });
		const both = [browse(server), browse(server)];
		const answers = await Promise.all(
			both.map((client) => client.post(link, { password: PASSWORD, repeated: PASSWORD }))
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
		expect(both.filter(({ session }) => session !== undefined)).toHaveLength(1);
	});
});

describe('a session', () => {
	test('has a cookie that scripts and other sites cannot use, of 256 random bits', async () => {
		const client = browse(server);
		const response = await client.signIn('admin');
		const cookie = response.headers
			.getSetCookie()
			.find((line) => line.startsWith('tepat_session='));
		expect(cookie).toMatch(/^tepat_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
	});

	test('is a new one at each sign-in: the one that the browser came with is never taken over', async () => {
		const client = browse(server);
		client.cookies.set('tepat_session', 'chosen-by-somebody-else');
		await client.signIn('admin');
		const first = client.session;
		expect(first).not.toBe('chosen-by-somebody-else');
		const old = browse(server);
		old.cookies.set('tepat_session', first ?? '');
		await client.signIn('admin');
		expect(client.session).not.toBe(first);
		expect(await isIn(old)).toBe(false);
		const planted = browse(server);
		planted.cookies.set('tepat_session', 'chosen-by-somebody-else');
		expect(await isIn(planted)).toBe(false);
	});

	test('ends at the server when its owner signs out', async () => {
		const client = browse(server);
		await client.signIn('admin');
		const kept = browse(server);
		kept.cookies.set('tepat_session', client.session ?? '');
		const out = await client.post('/sign-out');
		expect([out.status, out.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"']);
		expect(client.session).toBeUndefined();
		expect(await isIn(kept)).toBe(false);
	});

	test('is listed, and can be ended from another one', async () => {
		const [one, other] = [browse(server), browse(server)];
		await one.signIn('admin');
		await other.signIn('admin');
		expect((await one.post('/account?/endOthers')).status).toBe(200);
		expect(await isIn(other)).toBe(false);
		expect(await isIn(one)).toBe(true);
		admin = one;
	});

	test('of somebody else cannot be ended by its name', async () => {
		const reader = await newPerson(server, admin, { name: 'pembaca', role: 'kepala' });
		const victim = await newPerson(server, admin, { name: 'korban', role: 'kepala' });
		const page = await (await victim.get('/account')).text();
		const id = /name="session" value="([\w-]+)"/.exec(page)?.[1];
		await reader.post('/account?/endSession', { session: id ?? 'x' });
		expect(await isIn(victim)).toBe(true);
	});

	test('loses what a role loses at the next request, and everything when the account is closed', async () => {
		const analyst = await newPerson(server, admin, { name: 'turun', role: 'analis' });
		expect((await analyst.get('/imports/new')).status).toBe(200);
		const number = await accountNumber(admin, 'turun');
		const change = { fullName: 'Orang turun', role: 'kepala', which: 'all', active: 'on' };
		expect((await admin.post(`/accounts/${number}?/change`, change)).status).toBe(200);
		expect((await analyst.get('/imports/new')).status).toBe(403);
		const closed = { fullName: 'Orang turun', role: 'kepala', which: 'all' };
		expect((await admin.post(`/accounts/${number}?/change`, closed)).status).toBe(200);
		expect(await isIn(analyst)).toBe(false);
		expect((await browse(server).signIn('turun')).status).toBe(422);
	});

	test('ends everywhere else when the password changes', async () => {
		const client = await newPerson(server, admin, { name: 'ganti', role: 'analis' });
		const other = browse(server);
		await other.signIn('ganti');
		const next = 'empat gajah minum kopi';
		const change = { current: PASSWORD, password: next, repeated: next };
		const wrong = await client.post('/account?/password', {
			...change,
			current: 'salah semua kok'
		});
		expect(wrong.status).toBe(422);
		expect((await client.post('/account?/password', change)).status).toBe(200);
		expect([await isIn(client), await isIn(other)]).toEqual([true, false]);
		expect((await browse(server).signIn('ganti')).status).toBe(422);
		expect((await browse(server).signIn('ganti', next)).status).toBe(303);
	});

	test('of the last administrator cannot be shut out', async () => {
		const page = await (await admin.get('/accounts')).text();
		const number = /\/accounts\/(\d+)"[^>]*>Sri Admin</.exec(page)?.[1];
		const response = await admin.post(`/accounts/${number}?/change`, {
			fullName: 'Sri Admin',
			role: 'kepala',
			which: 'all',
			active: 'on'
		});
		expect(response.status).toBe(422);
		expect(await response.text()).toContain('admin aktif terakhir');
	});
});

describe('a new password by a link of an administrator', () => {
	test('ends the sessions of its owner, and the link works once', async () => {
		const client = await newPerson(server, admin, { name: 'lupa', role: 'inspektur' });
		const number = await accountNumber(admin, 'lupa');
		const links: string[] = [];
		for (let made = 0; made < 2; made++) {
			const page = await (await admin.post(`/accounts/${number}?/link`)).text();
			links.push(/\/link\/[\w-]+/.exec(page)?.[0] ?? '');
		}
		const next = { password: 'empat gajah minum kopi', repeated: 'empat gajah minum kopi' };
		expect(
			(await browse(server).post(links[0] ?? '', next)).status,
			'replaced by the later one'
		).toBe(404);
		expect((await browse(server).post(links[1] ?? '', next)).status).toBe(303);
		expect(await isIn(client)).toBe(false);
		expect((await browse(server).post(links[1] ?? '', next)).status).toBe(404);
	});
});

describe('a second code', () => {
	test('is asked for, works once, and a recovery code works once in its place', async () => {
		const client = await newPerson(server, admin, { name: 'dua', role: 'analis' });
		await client.post('/account?/startTotp', { current: PASSWORD });
		const begun = await (await client.get('/account')).text();
		const secret = /secret=([A-Z2-7]+)/.exec(begun)?.[1] ?? '';
		const code = (): string => generateSync({ secret });
		const wrong = await client.post('/account?/confirmTotp', { code: '000000' });
		expect(wrong.status).toBe(422);
		const used = code();
		const page = await (await client.post('/account?/confirmTotp', { code: used })).text();
		const recovery = [...page.matchAll(/<code>([a-z2-9]{6}(?:-[a-z2-9]{6}){3})<\/code>/g)].map(
			([, one]) => one ?? ''
		);
		expect(recovery).toHaveLength(10);

		const again = browse(server);
		const asked = await again.signIn('dua');
		expect(asked.headers.get('location')).toMatch(/^\/sign-in\?step=code/);
		expect(await isIn(again), 'the password alone opens nothing').toBe(false);
		const replayed = await again.post('/sign-in?/code', { code: used, next: '/' });
		expect(replayed.status).toBe(422);
		const entered = await again.post('/sign-in?/code', { code: recovery[0] ?? '', next: '/sop' });
		expect([entered.status, entered.headers.get('location')]).toEqual([303, '/sop']);
		expect(await isIn(again)).toBe(true);

		const third = browse(server);
		await third.signIn('dua');
		expect(
			(await third.post('/sign-in?/code', { code: recovery[0] ?? '', next: '/' })).status
		).toBe(422);
	});

	test('is not got around by a link for a new password', async () => {
		const number = await accountNumber(admin, 'dua');
		const page = await (await admin.post(`/accounts/${number}?/link`)).text();
		const client = browse(server);
		const next = 'empat gajah minum kopi';
		const link = /\/link\/[\w-]+/.exec(page)?.[0] ?? '';
		const used = await client.post(link, { password: next, repeated: next });
		expect(used.headers.get('location')).toBe('/sign-in?done=password');
		expect(client.session).toBeUndefined();
	});
});

describe('where a sign-in leads', () => {
	test.each([
		['/cases?unit=a', '/cases?unit=a'],
		['//evil.example', '/'],
		['/\\evil.example', '/'],
		['https://evil.example', '/']
	])('is, for next=%s, %s', async (next, location) => {
		const response = await browse(server).signIn('admin', PASSWORD, next);
		expect(response.headers.get('location')).toBe(location);
	});
});
