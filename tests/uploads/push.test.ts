import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { browse, firstAdmin, type Client } from '../accounts/client';
import { type TestServer, startServer } from '../e2e/server';

const LOG = [
	'nomor_berkas;kegiatan;selesai',
	'DORONG-1;Menerima;2026-03-02 08:05',
	'DORONG-1;Memeriksa;kapan-kapan',
	''
].join('\n');

let server: TestServer;
let admin: Client;
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tepat-watched-'));
	server = await startServer({
		accounts: true,
		env: { TEPAT_WATCH: folder, TEPAT_WATCH_SECONDS: '1', BODY_SIZE_LIMIT: '2M' }
	});
	admin = await firstAdmin(server);
}, 180_000);

afterAll(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});

async function tokenFor(fields: Record<string, string | string[]>): Promise<string> {
	const page = await admin.post('/tokens?/add', { title: 'uji', days: '1', ...fields });
	return /tepat_[\w-]{43}/.exec(await page.text())?.[0] ?? '';
}

async function push(body: BodyInit, query: string, secret: string, method = 'POST') {
	const answer = await browse(server).send(method, `/imports/push${query}`, {
		body,
		headers: {
			authorization: `Bearer ${secret}`,
			accept: 'application/json',
			'content-type': 'text/csv',
			origin: null
		}
	});
	return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
}

describe('a file that a program sends', () => {
	test('is imported, and answered as the command line does', async () => {
		const secret = await tokenFor({ action: 'import' });
		const first = await push(LOG, '?name=agenda.csv&unit=kantor-uji&sop=oganilir-01', secret);
		expect(first).toMatchObject({
			status: 200,
			answer: {
				import: expect.any(Number),
				cases: { touched: 1, created: 1 },
				files: [
					{
						import: first.answer.import,
						file: 'agenda.csv',
						profile: 'event-log',
						rows: 2,
						used: 1,
						duplicates: 0,
						rejected: 1,
						rejects: [
							{ row: 2, column: 'selesai', value: 'kapan-kapan', reason: 'unreadable_time' }
						]
					}
				]
			}
		});
		const query = '?name=agenda.csv&unit=kantor-uji&sop=oganilir-01';
		const again = await push(LOG, query, secret, 'PUT');
		expect(again.answer).toMatchObject({
			import: first.answer.import,
			files: [{ used: 0, sameAs: first.answer.import }]
		});
		const page = await (await admin.get(`/imports/${String(first.answer.import)}`)).text();
		expect(page).toContain('agenda.csv');
	});

	test.each([
		['of no known columns', 'a;b\n1;2\n', '', 422, 'import_unmapped'],
		['that is empty', '', '', 422, 'import_empty'],
		['read by a profile that is not there', LOG, '?profile=no-such', 422, 'import_profile_unknown'],
		['for an SOP that is not there', LOG, '?sop=no-such', 404, 'unknown_sop'],
		['with a word that nobody knows', LOG, '?path=/etc/passwd', 422, 'push_parameter'],
		['larger than the limit', 'x'.repeat(2_500_000), '', 422, 'upload_too_large']
	])('%s is refused with a code and a sentence', async (_, body, query, status, code) => {
		const secret = await tokenFor({ action: 'import' });
		expect(await push(body, query, secret)).toMatchObject({
			status,
			answer: { code, message: expect.stringMatching(/\w+ \w+/) }
		});
	});

	test('needs a token that may import', async () => {
		const nobody = await browse(server).send('POST', '/imports/push', {
			body: LOG,
			headers: { accept: '*/*', 'content-type': 'text/csv' }
		});
		expect(nobody.status).toBe(401);
		expect(await push(LOG, '', 'tepat_nothing')).toMatchObject({ status: 401 });
		const checks = await tokenFor({ action: 'check' });
		expect(await push(LOG, '', checks)).toMatchObject({
			status: 403,
			answer: { code: 'token_action' }
		});
	});
});

test('a file in the watched folder of a running server is imported, with a sentence beside it', async () => {
	await writeFile(join(folder, 'masuk.csv'), LOG.replaceAll('DORONG', 'FOLDER'));
	const sentence = join(folder, 'done', 'masuk.csv.txt');
	await vi.waitFor(() => expect(existsSync(sentence)).toBe(true), {
		timeout: 20_000,
		interval: 250
	});
	expect(await readFile(sentence, 'utf8')).toMatch(
		/^Impor \d+: 2 baris dibaca = 1 dipakai \+ 0 rangkap \+ 1 ditolak\.\n$/
	);
	await vi.waitFor(
		async () => expect(await (await admin.get('/audit')).text()).toContain('folder'),
		{ timeout: 10_000 }
	);
}, 60_000);

test('a page of another site cannot push', async () => {
	const answer = await browse(server).send('POST', '/imports/push', {
		body: LOG,
		headers: { origin: 'https://elsewhere.example', accept: '*/*' }
	});
	expect(answer.status).toBe(403);
});
