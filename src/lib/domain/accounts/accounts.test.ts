import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json';
import { maskPersonal } from './masking';
import { accountName, safePath } from './names';
import { checkPassword } from './password';
import { unitsOfToken } from './roles';
import { isOver, readSessionLimits } from './session-limits';
import { slowing } from './throttle';

describe('a password', () => {
	test.each([
		['kuda hitam melompat pagar'],
		['Xq7vL2pWz9tK'],
		['lpse-oganilir: rapat jumat sore'],
		['ちいさな猫が三匹いる朝の庭でね']
	])('like %s is taken', (password) => {
		expect(() => checkPassword(password, ['ani.lestari', 'Ani Lestari'])).not.toThrow();
	});

	test.each([
		['eleven char', 'password_short'],
		['x'.repeat(129), 'password_long'],
		['password1234', 'password_common'],
		['P@ssw0rd2026', 'password_common'],
		['aaaaaaaaaaaaaa', 'password_common'],
		['123456789012', 'password_common'],
		['qwertyuiop123', 'password_common'],
		['Indonesia1945', 'password_common'],
		['admin-admin-admin', 'password_common'],
		['Ani.Lestari2026', 'password_common'],
		['rahasia-LPSE-2026', 'password_common']
	])('like %s is refused as %s', (password, code) => {
		expect(() => checkPassword(password, ['ani.lestari', 'Ani Lestari'])).toThrow(
			expect.objectContaining({ code })
		);
	});
});

describe('failed sign-ins', () => {
	test('cost nothing at first, and a minute at most', () => {
		const refusals = [0, 4, 5, 6, 8, 20].map(
			(pair) => slowing({ pair, account: 0, address: 0 }).refuseFor
		);
		expect(refusals).toEqual([0, 0, 1000, 2000, 8000, 60_000]);
	});

	test('of others refuse nobody, and make nobody wait for more than four seconds', () => {
		fc.assert(
			fc.property(fc.nat(1e6), fc.nat(1e6), (account, address) => {
				const { refuseFor, delay } = slowing({ pair: 0, account, address });
				expect(refuseFor).toBe(0);
				expect(delay).toBeLessThanOrEqual(4000);
			})
		);
	});
});

describe('a session', () => {
	const limits = { idle: 30, absolute: 720 };
	test.each([
		['2026-01-01T08:00:00', '2026-01-01T09:00:00', '2026-01-01T09:29:59', false],
		['2026-01-01T08:00:00', '2026-01-01T09:00:00', '2026-01-01T09:30:00', true],
		['2026-01-01T08:00:00', '2026-01-01T19:50:00', '2026-01-01T20:00:00', true]
	])('begun %s and seen %s is over at %s: %s', (created, seen, now, over) => {
		expect(isOver({ created, seen }, limits, now)).toBe(over);
	});

	test.each([
		[undefined, undefined, { idle: 30, absolute: 720 }],
		['10', '60', { idle: 10, absolute: 60 }],
		['90', '60', { idle: 60, absolute: 60 }],
		['0', 'lama', { idle: 30, absolute: 720 }],
		['999999', '-5', { idle: 30, absolute: 720 }]
	])('of the settings %s and %s lasts %j', (idle, absolute, limits) => {
		expect(readSessionLimits(idle, absolute)).toEqual(limits);
	});
});

describe('where somebody is led after signing in', () => {
	test.each([
		['/cases?unit=a', '/cases?unit=a'],
		['/sop/pos', '/sop/pos'],
		['//evil.example', '/'],
		['/\\evil.example', '/'],
		['/\t/evil.example', '/'],
		['/x/..//evil.example', '/'],
		['/.//evil.example', '/'],
		['https://evil.example/', '/'],
		['javascript:alert(1)', '/'],
		['\\\\evil.example', '/'],
		['', '/'],
		[null, '/']
	])('is, for %j, %j', (asked, path) => {
		expect(safePath(asked)).toBe(path);
	});

	test('is always this site', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'/\\.:@?#%a\t\n ') }), (asked) => {
				const led = new URL(safePath(`/${asked}`), 'https://lpse.example');
				expect(led.origin).toBe('https://lpse.example');
			})
		);
	});
});

describe('numbers of persons', () => {
	test.each([
		[null, 'NIP 19800101 200501 1 001', 'NIP •••••••• •••••• • 001'],
		[null, '198001012005011001', '•••••••••••••••001'],
		[null, '01.234.567.8-901.000', '••.•••.•••.•-•••.000'],
		[null, '3171234567890001', '•••••••••••••001'],
		[null, 'Rp 1.250.000.000', 'Rp 1.250.000.000'],
		[null, 'Paket 12345 tahun 2026', 'Paket 12345 tahun 2026'],
		['No Rekening', '1234567890', '•••••••890'],
		['npwpPenyedia', '1234', '••••'],
		['email', 'ani@kantor.go.id', '•••'],
		['kode_rup', '45678901', '45678901'],
		['nilai_kontrak', '198001012', '198001012']
	])('in the column %s: %s is shown as %s', (column, text, shown) => {
		expect(maskPersonal(column, text)).toBe(shown);
	});
});

test.each([
	[null, null, null],
	[['a', 'b'], null, ['a', 'b']],
	[null, 'a', ['a']],
	[['a', 'b'], 'a', ['a']],
	[['b'], 'a', []]
])('the owner’s offices %j and the token’s %j are %j', (owner, unit, units) => {
	expect(unitsOfToken(owner, unit)).toEqual(units);
});

test.each([
	['Ani.Lestari', 'ani.lestari'],
	[' budi@kantor.go.id ', 'budi@kantor.go.id'],
	['ａｎｉ', 'ani']
])('the name %j is kept as %j', (typed, kept) => {
	expect(accountName(typed)).toBe(kept);
});

test.each(['', 'a', 'a b', '<b>', "o'neil", 'x'.repeat(100)])('the name %j is refused', (typed) => {
	expect(() => accountName(typed)).toThrow('account_name_invalid');
});

test('one value has one text, in whatever order its keys were written', () => {
	expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
		'{"a":true,"b":[1,{"c":"x","d":null}]}'
	);
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
			const turned = Object.fromEntries(Object.entries(value).reverse());
			expect(canonicalJson(turned)).toBe(canonicalJson(value));
			expect(JSON.parse(canonicalJson(value as Json))).toEqual(value);
		})
	);
});
