import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { createServer, request as send } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLimited, takesUploads } from './body-limit';

const LIMIT = 1000;

// A real server: what a limit has to survive is how bodies arrive, in pieces and without a length.
const server = createServer((incoming, response) => {
	const request = new Request('http://127.0.0.1/', {
		method: 'POST',
		headers: incoming.headers as Record<string, string>,
		body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
		duplex: 'half'
	} as RequestInit);
	void readLimited(request, LIMIT).then(async (limited) => {
		response.writeHead(limited ? 200 : 413, { connection: 'close' });
		response.end(limited ? await limited.text() : 'too large');
	});
});

beforeAll(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(() => server.close());

describe('the limit of a form, over HTTP', () => {
	test('a body of exactly the limit arrives whole', async () => {
		const body = 'a'.repeat(LIMIT);
		expect(await post([body], true)).toEqual({ status: 200, text: body });
	});

	test('one byte more is refused by its declared length', async () => {
		expect((await post(['a'.repeat(LIMIT + 1)], true)).status).toBe(413);
	});

	test('a body in chunks declares no length and is counted', async () => {
		expect((await post(['a'.repeat(600), 'b'.repeat(600)], false)).status).toBe(413);
	});

	test('a body in chunks under the limit arrives whole and in order', async () => {
		expect(await post(['a'.repeat(400), 'b'.repeat(400)], false)).toEqual({
			status: 200,
			text: 'a'.repeat(400) + 'b'.repeat(400)
		});
	});

	test('bytes are counted, not letters', async () => {
		expect((await post(['é'.repeat(600)], false)).status).toBe(413);
	});

	test('an empty body is no error', async () => {
		expect(await post([], false)).toEqual({ status: 200, text: '' });
	});
});

test('a form keeps its fields through the limit', async () => {
	const form = new FormData();
	form.set('unit', 'Kabupaten Ogan Ilir');
	const limited = await readLimited(
		new Request('http://h/', { method: 'POST', body: form }),
		LIMIT
	);
	expect((await limited?.formData())?.get('unit')).toBe('Kabupaten Ogan Ilir');
});

test('only the upload route stands outside the limit', () => {
	expect(takesUploads('/imports/upload')).toBe(true);
	expect(takesUploads('/imports')).toBe(false);
	expect(takesUploads('/imports/upload/x')).toBe(false);
	expect(takesUploads(null)).toBe(false);
});

async function post(
	chunks: string[],
	declared: boolean
): Promise<{ status: number; text: string }> {
	const { port } = server.address() as AddressInfo;
	const length = chunks.reduce((sum, chunk) => sum + Buffer.byteLength(chunk), 0);
	const outgoing = send({
		host: '127.0.0.1',
		port,
		method: 'POST',
		headers: declared ? { 'content-length': length } : { 'transfer-encoding': 'chunked' }
	});
	for (const chunk of chunks) outgoing.write(chunk);
	outgoing.end();
	const [incoming] = (await once(outgoing, 'response')) as [Readable & { statusCode: number }];
	const parts: Buffer[] = [];
	for await (const part of incoming) parts.push(part as Buffer);
	return { status: incoming.statusCode, text: Buffer.concat(parts).toString() };
}
