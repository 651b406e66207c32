import { expect, test } from 'vitest';
import { compareShares } from './difference';

test('shares differ only where both rest on enough and their intervals do not meet', () => {
	for (const [one, other, verdict] of [
		[{ hits: 4, n: 4 }, { hits: 0, n: 400 }, 'few'],
		[{ hits: 0, n: 0 }, { hits: 0, n: 0 }, 'few'],
		[{ hits: 90, n: 100 }, { hits: 50, n: 100 }, 'differs'],
		[{ hits: 50, n: 100 }, { hits: 90, n: 100 }, 'differs'],
		[{ hits: 18, n: 20 }, { hits: 15, n: 20 }, 'alike'],
		[{ hits: 900, n: 1000 }, { hits: 902, n: 1000 }, 'alike']
	] as const)
		expect(compareShares(one, other)).toBe(verdict);
});
