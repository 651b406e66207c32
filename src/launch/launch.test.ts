import { describe, expect, test } from 'vitest';
import { isSupported } from './install.js';
import { findMessageFaults } from './messages.js';
import { addressOf, prepareEnvironment, readSettings } from './settings.js';

describe('the settings of the server', () => {
	test('are this machine, port 3000, when nothing is set', () => {
		expect(readSettings({})).toEqual({
			host: '127.0.0.1',
			open: false,
			port: 3000,
			origin: undefined
		});
	});

	test.each([
		['a host that others can reach without https', { HOST: '0.0.0.0' }, /only come by https/],
		['all addresses of IPv6', { HOST: '::', ORIGIN: 'http://lpse.example' }, /only come by https/],
		['a name that only begins like loopback', { HOST: '127.0.0.1.example' }, /by https/],
		[
			'a demonstration that others can reach',
			{ TEPAT_DEMO: '1', HOST: '0.0.0.0', ORIGIN: 'https://lpse.example' },
			/this machine only/
		],
		[
			'a demonstration behind a proxy',
			{ TEPAT_DEMO: '1', ORIGIN: 'https://lpse.example' },
			/this machine only/
		],
		['a port that is a word', { PORT: 'http' }, /not a port/],
		['a port beyond the last', { PORT: '65536' }, /not a port/],
		['an origin with a path', { ORIGIN: 'https://lpse.example/tepat' }, /without a path/],
		['an origin without a scheme', { ORIGIN: 'lpse.example' }, /without a path/],
		['a size in words', { BODY_SIZE_LIMIT: 'large' }, /not a size/]
	])('refuse %s with a sentence and exit code 2', (_, env, sentence) => {
		expect(() => readSettings(env)).toThrow(
			expect.objectContaining({ exitCode: 2, message: expect.stringMatching(sentence) })
		);
	});

	test.each([
		['127.0.0.1', 'http://127.0.0.1:3000'],
		['localhost', 'http://localhost:3000'],
		['::1', 'http://[::1]:3000']
	])('serve %s at %s', (host, address) => {
		expect(readSettings({ HOST: host }).host).toBe(host);
		expect(addressOf(host, 3000)).toBe(address);
	});

	test('count relative folders from where the person called npm', () => {
		const env: NodeJS.ProcessEnv = { INIT_CWD: '/home/ani', TEPAT_VAR: 'data' };
		prepareEnvironment(env);
		expect(env.TEPAT_VAR).toBe('/home/ani/data');
	});
});

test.each([
	['20.19.0', true],
	['20.20.2', true],
	['22.0.0', true],
	['20.18.9', false],
	['18.20.0', false]
])('Node %s is new enough: %s', (version, expected) => {
	expect(isSupported(version)).toBe(expected);
});

describe('the messages of the two languages', () => {
	const faults = (id: string, en: string) =>
		findMessageFaults({ id: [{ file: 'id.json', text: id }], en: [{ file: 'en.json', text: en }] });

	test('that agree have no faults', () => {
		expect(faults('{"a": "{n} kasus"}', '{"a": "{n} cases"}')).toEqual([]);
	});

	test('lack a text', () => {
		expect(faults('{"a": "x", "b": "y"}', '{"a": "x"}')).toEqual(['"b" has no text in: en']);
	});

	test('differ in their places', () => {
		expect(faults('{"a": "{n} kasus"}', '{"a": "{count} cases"}')).toEqual([
			'"a" has other places in: n | count'
		]);
	});

	test('differ in their places where one language has plural forms', () => {
		const plural = JSON.stringify({
			a: [
				{
					declarations: ['input n', 'local p = n: plural'],
					selectors: ['p'],
					match: { 'p=one': '{n} case', 'p=other': '{n} cases' }
				}
			]
		});
		expect(faults('{"a": "{n} kasus"}', plural)).toEqual([]);
		expect(faults('{"a": "{x} kasus"}', plural)).toHaveLength(1);
	});

	test('say one key twice, in one file or in two', () => {
		const twice = '{\n\t"a": "x",\n\t"a": "y"\n}';
		expect(faults(twice, '{\n\t"a": "x"\n}')).toEqual(['id.json: "a" stands twice']);
		const files = [
			{ file: 'one.json', text: '{"a": "x"}' },
			{ file: 'two.json', text: '{"a": "y"}' }
		];
		expect(findMessageFaults({ id: files })).toEqual(['two.json: "a" also stands in another file']);
	});
});
