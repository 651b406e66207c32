import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServer } from '../e2e/server';

/** A password that is taken. */
export const PASSWORD = 'kuda hitam melompat pagar';

/** A browser without a window: keeps cookies, follows nothing, and sends what it is told. */
export class Client {
	readonly cookies = new Map<string, string>();

	constructor(readonly url: string) {}

	/** Sends a request as a page of this site would, unless `headers` say otherwise; null leaves one out. */
	async send(
		method: string,
		path: string,
		options: {
			body?: BodyInit | URLSearchParams | undefined;
			headers?: Record<string, string | null>;
		} = {}
	): Promise<Response> {
		const headers = new Headers({ accept: 'text/html', origin: this.url });
		if (this.cookies.size > 0)
			headers.set(
				'cookie',
				[...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
			);
		for (const [name, value] of Object.entries(options.headers ?? {}))
			if (value === null) headers.delete(name);
			else headers.set(name, value);
		const response = await fetch(new URL(path, this.url), {
			method,
			headers,
			redirect: 'manual',
			...(options.body === undefined ? {} : { body: options.body, duplex: 'half' })
		} as RequestInit);
		for (const line of response.headers.getSetCookie()) {
			const [pair = '', ...attributes] = line.split(';');
			const [name = '', value = ''] = pair.split('=');
			if (value === '' || attributes.some((attribute) => /max-age=0$/i.test(attribute)))
				this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		return response;
	}

	get(path: string, headers: Record<string, string | null> = {}): Promise<Response> {
		return this.send('GET', path, { headers });
	}

	/** Sends a form. */
	post(
		path: string,
		fields: Record<string, string | string[]> = {},
		headers: Record<string, string | null> = {}
	): Promise<Response> {
		const body = new URLSearchParams();
		for (const [name, value] of Object.entries(fields))
			for (const one of [value].flat()) body.append(name, one);
		return this.send('POST', path, { body, headers });
	}

	signIn(name: string, password = PASSWORD, next = '/'): Promise<Response> {
		return this.post('/sign-in?/password', { name, password, next });
	}

	/** The secret of the session. */
	get session(): string | undefined {
		return this.cookies.get('tepat_session');
	}
}

/** A new browser at a server. */
export function browse(server: TestServer): Client {
	return new Client(server.url);
}

/** The administrator, who has just made the first account, `admin`. */
export async function firstAdmin(server: TestServer): Promise<Client> {
	const client = browse(server);
	// It is printed right after the address.
	for (let times = 0; times < 100 && !server.firstLink; times++)
		await new Promise((resolve) => setTimeout(resolve, 50));
	const link = new URL(server.firstLink ?? '').pathname;
	const made = await client.post(link, {
		name: 'admin',
		fullName: 'Sri Admin',
		password: PASSWORD,
		repeated: PASSWORD
	});
	if (made.status !== 303 || !client.session) throw new Error(`first account: ${made.status}`);
	return client;
}

/** Makes an account as an administrator does, and answers its one-time link. */
export async function invite(
	admin: Client,
	given: { name: string; role: string; units?: string[] }
): Promise<string> {
	const page = await admin.post('/accounts?/add', {
		name: given.name,
		fullName: `Orang ${given.name}`,
		role: given.role,
		which: given.units ? 'some' : 'all',
		units: given.units ?? []
	});
	const link = /\/link\/[\w-]+/.exec(await page.text())?.[0];
	if (!link) throw new Error(`invite ${given.name}: ${page.status}`);
	return link;
}

/** Somebody new, signed in. */
export async function newPerson(
	server: TestServer,
	admin: Client,
	given: { name: string; role: string; units?: string[] }
): Promise<Client> {
	const link = await invite(admin, given);
	const client = browse(server);
	const used = await client.post(link, { password: PASSWORD, repeated: PASSWORD });
	if (used.status !== 303 || !client.session)
		throw new Error(`link of ${given.name}: ${used.status}`);
	return client;
}

/** The number of an account, as its page's address has it. */
export async function accountNumber(admin: Client, name: string): Promise<number> {
	const text = await (await admin.get('/accounts')).text();
	const found = new RegExp(`/accounts/(\\d+)"[^>]*>Orang ${name}<`).exec(text)?.[1];
	if (!found) throw new Error(`no account ${name}`);
	return Number(found);
}

/** Whether a client is signed in. */
export async function isIn(client: Client): Promise<boolean> {
	return (await client.get('/sop')).status === 200;
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
