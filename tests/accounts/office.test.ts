import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../e2e/server';
import { accountNumber, browse, Client, firstAdmin, freePort, isIn } from './client';

/** What the provider says of people, by the name with which they sign in there. */
const PEOPLE: Record<string, Record<string, unknown>> = {
	budi: {
		name: 'Budi Analis',
		preferred_username: 'budi',
		tepat_role: 'analis',
		tepat_units: ['9901']
	},
	sari: {
		name: 'Sari Kepala',
		preferred_username: 'admin',
		tepat_role: ['lain', 'kepala'],
		tepat_units: ['9901', '9902']
	},
	tamu: { name: 'Tamu', preferred_username: 'tamu' },
	kosong: { name: 'Tanpa Unit', preferred_username: 'kosong', tepat_role: 'analis' }
};

let http: Server;
let issuer: string;
let server: TestServer;
let admin: Client;

beforeAll(async () => {
	const [port, own] = [await freePort(), await freePort()];
	issuer = `http://127.0.0.1:${own}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: 'tepat',
				client_secret: 'rahasia-klien',
				redirect_uris: [`http://127.0.0.1:${port}/sign-in/office/return`]
			}
		],
		pkce: { required: () => true },
		conformIdTokenClaims: false,
		claims: {
			openid: ['sub'],
			profile: ['name', 'preferred_username', 'tepat_role', 'tepat_units']
		},
		findAccount: (_: unknown, sub: string) => ({
			accountId: sub,
			claims: () => ({ sub, ...PEOPLE[sub] })
		})
	});
	http = createServer((request, response) => void provider.callback()(request, response));
	await new Promise<void>((resolve) => http.listen(own, '127.0.0.1', resolve));
	server = await startServer({
		accounts: true,
		env: {
			PORT: String(port),
			TEPAT_OIDC_ISSUER: issuer,
			TEPAT_OIDC_CLIENT_ID: 'tepat',
			TEPAT_OIDC_CLIENT_SECRET: 'rahasia-klien',
			TEPAT_OIDC_UNITS_CLAIM: 'tepat_units',
			TEPAT_OIDC_TITLE: 'Masuk dengan SSO Kabupaten'
		}
	});
	admin = await firstAdmin(server);
}, 120_000);

afterAll(async () => {
	await server.stop();
	await new Promise((resolve) => http.close(resolve));
});

/** Signs in at the provider and answers the address at which it sends the browser back. */
async function atProvider(client: Client, name: string, next = '/sop'): Promise<URL> {
	const left = await client.get(`/sign-in/office?next=${encodeURIComponent(next)}`);
	expect(left.status).toBe(303);
	const there = new Client(issuer);
	let at = new URL(left.headers.get('location') ?? '');
	expect(at.searchParams.get('code_challenge_method')).toBe('S256');
	for (let steps = 0; steps < 12; steps++) {
		if (at.origin !== issuer) return at;
		let answer = await there.get(at.pathname + at.search);
		if (answer.status === 200) {
			const form = await answer.text();
			const prompt = /name="prompt" value="(\w+)"/.exec(form)?.[1] ?? '';
			const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
			answer = await there.post(new URL(action, issuer).pathname, {
				prompt,
				login: name,
				password: 'x'
			});
		}
		at = new URL(answer.headers.get('location') ?? '', issuer);
	}
	throw new Error('the provider leads nowhere');
}

async function enter(name: string, next?: string): Promise<{ client: Client; answer: Response }> {
	const client = browse(server);
	const back = await atProvider(client, name, next);
	return { client, answer: await client.get(back.pathname + back.search) };
}

describe('the office’s own sign-in', () => {
	test('is offered by the name that the settings give it', async () => {
		expect(await (await browse(server).get('/sign-in')).text()).toContain(
			'Masuk dengan SSO Kabupaten'
		);
	});

	test('lets somebody in with the role and the offices that it says, and leads where they wanted', async () => {
		const { client, answer } = await enter('budi', '/imports/new');
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/imports/new']);
		expect((await client.get('/imports/new')).status).toBe(200);
		expect((await client.get('/cases?unit=9902')).status).toBe(404);
		expect((await client.get('/accounts')).status).toBe(403);
	});

	test('takes the same account at the next time, with what it says then', async () => {
		const before = await (await admin.get('/accounts')).text();
		PEOPLE.budi = { ...PEOPLE.budi, tepat_role: 'kepala' };
		const { client } = await enter('budi');
		expect((await client.get('/imports/new')).status).toBe(403);
		const after = await (await admin.get('/accounts')).text();
		const count = (text: string): number => text.match(/href="\/accounts\/\d+"/g)?.length ?? 0;
		expect(count(after)).toBe(count(before));
	});

	test('never takes an account of ours over because somebody has its name there', async () => {
		const { client } = await enter('sari');
		expect(await isIn(client)).toBe(true);
		expect((await client.get('/accounts')).status).toBe(403);
		expect(await (await admin.get('/accounts')).text()).toContain('admin-2');
	});

	test.each([
		['without a role', 'tamu', 'office_no_role'],
		['without an office', 'kosong', 'office_no_units']
	])('refuses somebody %s', async (_, name, trouble) => {
		const { client, answer } = await enter(name);
		expect(answer.headers.get('location')).toBe(`/sign-in?trouble=${trouble}`);
		expect(await isIn(client)).toBe(false);
		expect(await (await client.get(`/sign-in?trouble=${trouble}`)).text()).toContain(
			'role="alert"'
		);
	});

	test('refuses an answer that is not its own, comes twice, or comes to another browser', async () => {
		const client = browse(server);
		const back = await atProvider(client, 'budi');
		const path = back.pathname + back.search;
		const stranger = await browse(server).get(path);
		expect(stranger.headers.get('location')).toBe('/sign-in?trouble=office_refused');
		const other = browse(server);
		await other.get('/sign-in/office');
		expect((await other.get(path)).headers.get('location')).toBe('/sign-in?trouble=office_refused');
		const forged = new URL(back);
		forged.searchParams.set('state', 'x');
		const first = await client.get(forged.pathname + forged.search);
		expect(first.headers.get('location')).toBe('/sign-in?trouble=office_refused');
		const again = await client.get(path);
		expect(again.headers.get('location'), 'what was remembered is used up').toBe(
			'/sign-in?trouble=office_refused'
		);
	});

	test('does not let in whom an administrator closed', async () => {
		await enter('budi');
		const text = await (await admin.get('/accounts')).text();
		const number = /\/accounts\/(\d+)"[^>]*>Budi Analis</.exec(text)?.[1];
		await admin.post(`/accounts/${number}?/change`, {
			fullName: 'Budi Analis',
			role: 'analis',
			which: 'all'
		});
		const { client, answer } = await enter('budi');
		expect(answer.headers.get('location')).toBe('/sign-in?trouble=office_refused');
		expect(await isIn(client)).toBe(false);
		await expect(accountNumber(admin, 'budi')).rejects.toThrow('no account');
	});
});

test('a server without these settings offers none of it', async () => {
	const plain = await startServer({ accounts: true });
	try {
		const answer = await browse(plain).get('/sign-in/office');
		expect(answer.status).toBe(404);
		expect(await (await browse(plain).get('/sign-in')).text()).not.toContain('/sign-in/office');
	} finally {
		await plain.stop();
	}
}, 120_000);
