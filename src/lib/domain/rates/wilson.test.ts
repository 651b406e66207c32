import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson';

test('the interval is the one of the textbooks', () => {
	// Newcombe, 1998, table I: method 3.
	const within = [
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	] as const;
	for (const [hits, n, low, high] of within) {
		const found = wilsonInterval(hits, n);
		expect(found?.low).toBeCloseTo(low, 4);
		expect(found?.high).toBeCloseTo(high, 4);
	}
	expect(wilsonInterval(0, 0)).toBeNull();
});

test('the share always lies in its interval, within 0 and 1, and more cases narrow it', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 100_000 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(n, at) => {
				const hits = Math.round(n * at);
				const one = wilsonInterval(hits, n);
				const ten = wilsonInterval(hits * 10, n * 10);
				if (!one || !ten) throw new Error('no interval');
				expect(one.low).toBeGreaterThanOrEqual(0);
				expect(one.high).toBeLessThanOrEqual(1);
				expect(one.low).toBeLessThanOrEqual(hits / n + 1e-12);
				expect(one.high).toBeGreaterThanOrEqual(hits / n - 1e-12);
				expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
			}
		)
	);
});

test('for every n up to 2000 the interval holds its share: to the bit, and as printed', () => {
	// As pages print a share: in tenths of a percent, never 0 or 100 unless it is.
	const printed = (share: number) =>
		share === 0 || share === 1
			? share * 1000
			: Math.min(999, Math.max(1, Math.round(share * 1000)));
	const outside: [number, number][] = [];
	for (let n = 1; n <= 2000; n++)
		for (let hits = 0; hits <= n; hits++) {
			const { low, high } = wilsonInterval(hits, n) ?? { low: NaN, high: NaN };
			const share = hits / n;
			const holds = low <= share && share <= high;
			const holdsPrinted = printed(low) <= printed(share) && printed(share) <= printed(high);
			if (!holds || !holdsPrinted) outside.push([hits, n]);
		}
	expect(outside).toEqual([]);
	for (let n = 1; n <= 2000; n++) {
		expect(wilsonInterval(0, n)?.low).toBe(0);
		expect(wilsonInterval(n, n)?.high).toBe(1);
	}
});
