import { describe, expect, test } from 'vitest';
import { isForeignWrite, isOtherName } from './origin';

const siteOrigin = 'http://127.0.0.1:3000';

describe('a request that changes something', () => {
	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
		'%s from our own page passes',
		(method) => {
			expect(isForeignWrite({ method, origin: siteOrigin, siteOrigin })).toBe(false);
		}
	);

	test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s from another site is refused', (method) => {
		expect(isForeignWrite({ method, origin: 'https://evil.example', siteOrigin })).toBe(true);
	});

	test.each([
		['names nobody', null],
		['hides its sender, as from a sandboxed frame', 'null'],
		['comes from another port of the same machine', 'http://127.0.0.1:8080'],
		['comes over another scheme', 'https://127.0.0.1:3000'],
		['comes from a name that only begins like ours', 'http://127.0.0.1:3000.evil.example']
	])('is refused when it %s', (_, origin) => {
		expect(isForeignWrite({ method: 'POST', origin, siteOrigin })).toBe(true);
	});

	test('reading from elsewhere passes: a link on another site leads here', () => {
		expect(isForeignWrite({ method: 'GET', origin: 'https://lpse.example', siteOrigin })).toBe(
			false
		);
		expect(isForeignWrite({ method: 'HEAD', origin: null, siteOrigin })).toBe(false);
	});
});

describe('the name a reader came by', () => {
	test.each([
		['the same name', '127.0.0.1:3000', 'http://127.0.0.1:3000', false],
		['localhost for 127.0.0.1', 'localhost:3000', 'http://127.0.0.1:3000', true],
		['another port', '127.0.0.1:3001', 'http://127.0.0.1:3000', true],
		['a foreign name that points here', 'evil.example:3000', 'http://127.0.0.1:3000', true],
		['the internal name a proxy passes', '127.0.0.1:3000', 'https://tepat.example.go.id', false],
		['the same, over IPv6', '[::1]:3000', 'https://tepat.example.go.id', false],
		['a foreign name behind a proxy', 'evil.example', 'https://tepat.example.go.id', true],
		['no name at all, as HTTP/1.0 allows', null, 'http://127.0.0.1:3000', false]
	])('%s', (_, host, site, expected) => {
		expect(isOtherName({ host, site: new URL(site) })).toBe(expected);
	});
});
