import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, RIGHTS } from '$lib/domain/accounts/rights';
import type { Person, Role } from '$lib/domain/accounts/roles';
import { startServer, type TestServer } from '../e2e/server';
import { browse, firstAdmin, newPerson, PASSWORD, type Client } from './client';
import { fuzz } from './fuzz';

/** Requests per role; tests/bench/fuzz-requests.js sends as many as it is told. */
const FUZZED = 100;

let server: TestServer;
const clients = new Map<string, { client: Client; person: Person | undefined }>();
let units: { code: string; name: string }[] = [];

const WHO: { key: string; role: Role; bound: boolean }[] = [
	{ key: 'admin', role: 'admin', bound: false },
	{ key: 'analis', role: 'analis', bound: false },
	{ key: 'kepala', role: 'kepala', bound: false },
	{ key: 'inspektur', role: 'inspektur', bound: false },
	{ key: 'analis-unit', role: 'analis', bound: true },
	{ key: 'kepala-unit', role: 'kepala', bound: true },
	{ key: 'inspektur-unit', role: 'inspektur', bound: true }
];

const of = (key: string): Client => {
	const found = clients.get(key);
	if (!found) throw new Error(key);
	return found.client;
};
const own = (): { code: string; name: string } => units.at(-1) ?? { code: '', name: '' };

beforeAll(async () => {
	server = await startServer({ accounts: true });
	const admin = await firstAdmin(server);
	const page = await (await admin.get('/accounts')).text();
	units = [...page.matchAll(/name="units" value="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)].map(
		([, code, name]) => ({
			code: code ?? '',
			name: name ?? ''
		})
	);
	for (const { key, role, bound } of WHO) {
		const held = bound ? [own().code] : null;
		const client =
			key === 'admin'
				? admin
				: await newPerson(server, admin, { name: key, role, ...(held ? { units: held } : {}) });
		const person: Person = {
			account: 1,
			name: key,
			fullName: key,
			role,
			units: held,
			by: 'session',
			actions: null
		};
		clients.set(key, { client, person });
	}
	clients.set('nobody', { client: browse(server), person: undefined });
}, 180_000);

afterAll(async () => {
	await server.stop();
});

/** What would change the store for the tests that follow, or end the session. */
const LEFT_OUT = new Set(['/imports POST ?/removeSamples', '/(account)/sign-out POST']);

/** An address of a route: its places filled with something that is not there. */
function addressOf(route: string): string {
	return (
		route
			.replace(/\/\(\w+\)/g, '')
			.replace('[job]', '7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11')
			.replace('[token]', 'nothing-of-the-kind')
			.replace('[process]', 'pos-epurchasing')
			.replace('[scheme]', 'lkpp-4-2021')
			.replace('/sop/[id]', '/sop/pos-epurchasing')
			.replace(/\[\w+\]/g, '999999') || '/'
	);
}

describe('every route, method and action', () => {
	test.each([...WHO.map(({ key }) => key), 'nobody'])(
		'lets %s do what the table says, and no more',
		async (key) => {
			const found = clients.get(key);
			if (!found) throw new Error(key);
			const wrong: string[] = [];
			for (const [route, rights] of Object.entries(RIGHTS))
				for (const right of Object.keys(rights)) {
					if (LEFT_OUT.has(`${route} ${right}`)) continue;
					const [method = '', action] = right.split(' ?');
					const query = action === undefined || action === '/default' ? '' : `?${action}`;
					const decision = decide(
						{ route, method, query: new URLSearchParams(query) },
						found.person
					);
					const body = method === 'POST' ? new URLSearchParams() : undefined;
					const answer = await found.client.send(method, addressOf(route) + query, { body });
					await answer.arrayBuffer();
					const led = answer.headers.get('location') ?? '';
					const seen =
						answer.status === 403
							? 'refuse'
							: led.startsWith('/sign-in?next=') || led === '/sign-in'
								? 'sign_in'
								: 'pass';
					if (seen !== decision || answer.status >= 500)
						wrong.push(
							`${method} ${addressOf(route)}${query}: ${answer.status} ${led}, not ${decision}`
						);
				}
			expect(wrong).toEqual([]);
		}
	);

	test('asks a program to sign in with a status, not with a page', async () => {
		const nobody = of('nobody');
		const accept = { accept: 'application/json' };
		const watched = await nobody.get('/imports/jobs/7b1f0c1e-6a5f-4f0e-9d8e-0d6b8f3b1a11', accept);
		expect([watched.status, watched.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
		const sent = await nobody.send('POST', '/imports/jobs', {
			body: '{}',
			headers: { ...accept, 'content-type': 'application/json' }
		});
		expect(sent.status).toBe(401);
		const data = await nobody.get('/sop/__data.json', { accept: '*/*' });
		expect(await data.json()).toEqual({ type: 'redirect', location: '/sign-in?next=%2Fsop' });
	});

	test('tells who is refused so on a page of ours, with the way back', async () => {
		const refused = await of('kepala').get('/accounts');
		expect(refused.status).toBe(403);
		const text = await refused.text();
		expect(text).toContain('Tidak tersedia bagi peran Anda');
		expect(text).not.toContain('href="/accounts"');
	});
});

describe('somebody who is held to one office', () => {
	const PAGES = [
		...[
			'/',
			'/sop',
			'/sop/oganilir-01',
			'/cases',
			'/packages',
			'/deviations',
			'/imports',
			'/calendar'
		],
		...['/deviations/download', '/packages/download', '/sop/oganilir-01/download']
	];

	test.each(['analis-unit', 'kepala-unit', 'inspektur-unit'])(
		'(%s) finds no other’s name anywhere',
		async (key) => {
			const others = units.filter(({ code }) => code !== own().code);
			expect(others.length).toBeGreaterThan(0);
			for (const path of PAGES) {
				const answer = await of(key).get(path);
				expect(answer.status, path).toBe(200);
				const text = await answer.text();
				for (const { name } of others) expect(text.includes(name), `${path}: ${name}`).toBe(false);
			}
		}
	);

	test('finds no case of another under its number, though it is there for those who see all', async () => {
		for (const { code } of units.filter((unit) => unit.code !== own().code)) {
			const list = await (await of('admin').get(`/cases?unit=${code}`)).text();
			const cases = [...list.matchAll(/href="\/cases\/(\d+)/g)]
				.map(([, number]) => number)
				.slice(0, 5);
			for (const number of cases) {
				expect((await of('admin').get(`/cases/${number}`)).status).toBe(200);
				for (const key of ['analis-unit', 'kepala-unit', 'inspektur-unit'])
					expect((await of(key).get(`/cases/${number}`)).status, `${key} ${number}`).toBe(404);
			}
		}
	});

	test('finds no import of others, and cannot choose or change another', async () => {
		const client = of('analis-unit');
		const other = units.find(({ code }) => code !== own().code)?.code ?? '';
		expect((await client.get('/imports/1')).status).toBe(404);
		expect((await client.get('/imports/1/rejects')).status).toBe(404);
		expect((await client.post('/imports/1?/undo')).status).toBe(404);
		expect((await client.get(`/cases?unit=${other}`)).status).toBe(404);
		const outage = {
			unit: other,
			from: '2026-09-09T09:00',
			until: '2026-09-09T10:00',
			reason: 'x'
		};
		expect((await client.post('/calendar?/addOutage', outage)).status).toBe(404);
		expect(
			(await client.post('/calendar?/addHoliday', { unit: other, day: '2026-09-10', title: 'x' }))
				.status
		).toBe(404);
		expect(
			(await client.post('/calendar?/confirmUnit', { unit: other, name: 'x', zone: 'WIB' })).status
		).toBe(404);
	});

	test('imports into it whatever the file says, and others do not see that', async () => {
		const client = of('analis-unit');
		const other = units.find(({ code }) => code !== own().code)?.code ?? '';
		const csv = `case,activity,completed,unit\nRAHASIA-1,Buka,2026-09-01 08:00,${other}\nRAHASIA-2,Buka,kapan,${other}\n`;
		const number = await importFile(client, csv);
		const page = await (await client.get(`/imports/${number}`)).text();
		expect(page).toContain('RAHASIA-1');
		expect(page).toContain(own().name);
		expect(
			await (await of('admin').get(`/cases?unit=${other}&search=RAHASIA`)).text()
		).not.toContain('RAHASIA-1');
		const undone = await client.post(`/imports/${number}?/undo`);
		expect([undone.status, undone.headers.get('location')]).toEqual([
			303,
			`/imports?undone=${number}`
		]);
	});
});

/** Sends a file and imports it, as the page does; answers the number of the import. */
async function importFile(
	client: Client,
	csv: string,
	headers: Record<string, string> = {}
): Promise<number> {
	const accept = { accept: 'application/json', ...headers };
	const sent = await client.send('PUT', '/imports/upload', {
		body: csv,
		headers: { ...accept, 'content-type': 'application/octet-stream', 'x-file-name': 'uji.csv' }
	});
	if (sent.status !== 200) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
	const { id } = (await sent.json()) as { id: string };
	const asked = await client.send('POST', '/imports/jobs', {
		body: JSON.stringify({ action: 'import', groups: [{ uploads: [id], reading: {} }] }),
		headers: { ...accept, 'content-type': 'application/json' }
	});
	if (asked.status !== 202) throw new Error(`job: ${asked.status} ${await asked.text()}`);
	const { job } = (await asked.json()) as { job: string };
	for (let times = 0; times < 200; times++) {
		const answer = await client.get(`/imports/jobs/${job}`, accept);
		const told = (await answer.json()) as { state: string; result: { import: number } | null };
		if (told.state === 'done' && told.result) return told.result.import;
		if (told.state !== 'running') throw new Error(JSON.stringify(told));
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('the import did not end');
}

describe('numbers of persons', () => {
	test('are shown to who works with files, and hidden from the head', async () => {
		const csv =
			'case,activity,completed,nip,no_rekening\nORANG-1,Buka,2026-09-01 08:00,198001012005011001,1234567890\n';
		const number = await importFile(of('analis-unit'), csv);
		const page = await (await of('analis-unit').get(`/imports/${number}`)).text();
		const path = /href="(\/cases\/\d+)[^"]*"[^>]*>\s*ORANG-1/.exec(page)?.[1] ?? '';
		const shown = async (key: string) => (await of(key).get(path)).text();
		for (const key of ['analis-unit', 'inspektur-unit', 'admin'])
			expect(await shown(key), key).toContain('198001012005011001');
		for (const key of ['kepala', 'kepala-unit']) {
			const text = await shown(key);
			expect(text).not.toContain('198001012005011001');
			expect(text).not.toContain('1234567890');
			expect(text).toContain('•••••••890');
		}
		await of('analis-unit').post(`/imports/${number}?/undo`);
	});
});

describe('a request that one of our pages did not send', () => {
	test.each([
		['from another site', 'https://evil.example'],
		['from another port', 'http://127.0.0.1:1'],
		['from a frame without a name', 'null'],
		['from nobody', null]
	])('changes nothing: %s', async (_, origin) => {
		for (const [method, path] of [
			['POST', '/accounts?/add'],
			['POST', '/sign-out'],
			['POST', '/sign-in?/password'],
			['PUT', '/imports/upload'],
			['POST', '/imports/jobs'],
			['DELETE', '/imports/upload?id=x']
		] as const)
			for (const type of [
				'application/x-www-form-urlencoded',
				'application/octet-stream',
				'text/plain',
				'application/json'
			]) {
				const answer = await of('admin').send(method, path, {
					...(method === 'DELETE' ? {} : { body: 'a=1' }),
					headers: { origin, 'content-type': type }
				});
				expect(answer.status, `${method} ${path} ${type}`).toBe(403);
			}
		expect((await of('admin').get('/accounts')).status).toBe(200);
	});
});

describe('an access token', () => {
	const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
	const make = async (
		client: Client,
		fields: Record<string, string | string[]>
	): Promise<string> => {
		const page = await (
			await client.post('/tokens?/add', { title: 'uji', days: '1', ...fields })
		).text();
		return /tepat_[\w-]{43}/.exec(page)?.[0] ?? '';
	};

	test('imports without an Origin, opens nothing else, and ends when it is revoked', async () => {
		const analyst = of('analis');
		const secret = await make(analyst, { action: ['check', 'import'], unit: own().code });
		expect(secret).toMatch(/^tepat_/);
		const program = browse(server);
		const number = await importFile(
			program,
			'case,activity,completed\nTOKEN-1,Buka,2026-09-01 08:00\n',
			bearer(secret)
		);
		const page = await (await analyst.get(`/imports/${number}`)).text();
		expect(page).toContain(own().name);
		for (const path of ['/', '/cases', '/imports', '/tokens', '/deviations/download'])
			expect((await program.get(path, { ...bearer(secret), accept: '*/*' })).status, path).toBe(
				403
			);
		const foreign = await program.send('POST', '/imports/jobs', {
			body: '{}',
			headers: {
				...bearer(secret),
				origin: null,
				accept: '*/*',
				'content-type': 'application/json'
			}
		});
		expect(foreign.status, 'a program has no Origin').toBe(422);
		const listed = await (await analyst.get('/tokens')).text();
		const token = /name="token" value="(\d+)"/.exec(listed)?.[1] ?? '';
		await of('admin').post('/tokens?/revoke', { token });
		expect(
			(
				await program.send('PUT', '/imports/upload', {
					body: 'x',
					headers: { ...bearer(secret), accept: '*/*' }
				})
			).status,
			'another’s token'
		).not.toBe(401);
		expect((await analyst.post('/tokens?/revoke', { token })).status).toBe(200);
		expect(
			(
				await program.send('PUT', '/imports/upload', {
					body: 'x',
					headers: { ...bearer(secret), accept: '*/*' }
				})
			).status
		).toBe(401);
		await analyst.post(`/imports/${number}?/undo`);
	});

	test('that may only check does not import', async () => {
		const secret = await make(of('analis'), { action: ['check'], unit: '' });
		await expect(
			importFile(
				browse(server),
				'case,activity,completed\nX,Buka,2026-09-01 08:00\n',
				bearer(secret)
			)
		).rejects.toThrow('job: 403');
	});

	test('of somebody held to an office is not made for another, and not by a role that does not import', async () => {
		const other = units.find(({ code }) => code !== own().code)?.code ?? '';
		expect(await make(of('analis-unit'), { action: ['import'], unit: other })).toBe('');
		expect(
			(await of('kepala').post('/tokens?/add', { title: 'x', days: '1', action: 'import' })).status
		).toBe(403);
	});

	test('counts alone: a session that comes along opens nothing', async () => {
		const admin = of('admin');
		const answer = await admin.get('/accounts', {
			authorization: 'Bearer tepat_nothing',
			accept: '*/*'
		});
		expect(answer.status).toBe(401);
	});
});

describe('what goes wrong', () => {
	test.each(WHO.map(({ key }) => key))(
		`says no stack, path or other office in ${FUZZED} requests of %s`,
		async (key) => {
			const found = clients.get(key);
			const others = found?.person?.units ? units.filter(({ code }) => code !== own().code) : [];
			const faults = await fuzz(of(key), {
				requests: FUZZED,
				seed: WHO.findIndex((who) => who.key === key) + 1,
				units: units.map(({ code }) => code),
				forbidden: others.map(({ name }) => name)
			});
			expect(faults).toEqual([]);
			expect((await of(key).get('/sop')).status, 'the session outlives it').toBe(200);
		}
	);
});

describe('a name that does not exist', () => {
	test('takes as long as a wrong password, and is answered the same', async () => {
		const times = { known: [] as number[], unknown: [] as number[] };
		const texts = new Set<string>();
		for (let round = 0; round < 12; round++)
			for (const kind of ['known', 'unknown'] as const) {
				// Another name each time, so that nothing is slowed: what is measured is the work.
				const name = kind === 'known' ? (WHO[round % WHO.length]?.key ?? '') : `tidak-ada-${round}`;
				const client = browse(server);
				const start = performance.now();
				const answer = await client.signIn(name, 'salah sama sekali');
				times[kind].push(performance.now() - start);
				expect(answer.status).toBe(422);
				texts.add(/role="alert"[\s\S]*?<\/div>/.exec(await answer.text())?.[0] ?? 'none');
			}
		const median = (list: number[]): number =>
			list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
		const [known, unknown] = [median(times.known), median(times.unknown)];
		expect(texts.size).toBe(1);
		expect(Math.abs(known - unknown), `${known} and ${unknown} ms`).toBeLessThan(
			0.35 * Math.max(known, unknown)
		);
	});
});

describe('somebody who fails again and again', () => {
	test('is refused for a while, but not those who come from a browser that is known', async () => {
		const regular = browse(server);
		await regular.signIn('inspektur');
		const stranger = browse(server);
		const statuses: number[] = [];
		for (let times = 0; times < 7; times++)
			statuses.push((await stranger.signIn('inspektur', 'salah terus saja')).status);
		expect(statuses.slice(0, 4)).toEqual([422, 422, 422, 422]);
		expect(statuses.slice(4)).toContain(429);
		expect((await stranger.signIn('inspektur')).status, 'with the right password too').toBe(429);
		expect((await regular.signIn('inspektur', PASSWORD)).status).toBe(303);
		const other = browse(server);
		expect((await other.signIn('kepala')).status, 'another account from the same address').toBe(
			303
		);
	});
});

test('everything that was done stands in the record, which fits', async () => {
	const csv = await (await of('inspektur').get('/audit/download')).text();
	for (const action of [
		'signed_in',
		'sign_in_failed',
		'account_added',
		'link_used',
		'imported',
		'import_undone',
		'refused',
		'downloaded',
		'token_added',
		'token_revoked'
	])
		expect(csv, action).toContain(`,${action},`);
	expect(csv).not.toContain(PASSWORD);
	expect(csv).not.toMatch(/tepat_[\w-]{20}/);
});
