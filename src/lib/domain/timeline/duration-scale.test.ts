import { describe, expect, it } from 'vitest';
import { durationScale } from './duration-scale';

const HOUR = 3600;

describe('an axis of durations', () => {
	it.each([
		{ most: 40, marks: 4, interval: 60, max: 60 },
		{ most: 9 * 60, marks: 4, interval: 5 * 60, max: 10 * 60 },
		{ most: 50 * 60, marks: 4, interval: 15 * 60, max: HOUR },
		{ most: 4 * HOUR, marks: 4, interval: HOUR, max: 4 * HOUR },
		{ most: 18 * HOUR, marks: 4, interval: 5 * HOUR, max: 20 * HOUR },
		{ most: 1246 * HOUR, marks: 4, interval: 500 * HOUR, max: 1500 * HOUR },
		{ most: 1246 * HOUR, marks: 7, interval: 200 * HOUR, max: 1400 * HOUR }
	])('is marked at whole minutes or hours: $most seconds, $marks marks', (scale) => {
		const { interval, max } = durationScale(scale.most, scale.marks);
		expect({ interval, max }).toEqual({ interval: scale.interval, max: scale.max });
	});

	it('holds the longest duration, and no more marks than have room', () => {
		for (let most = 1; most < 3_000_000 * HOUR; most *= 1.7) {
			const { interval, max } = durationScale(most, 4);
			expect(max).toBeGreaterThanOrEqual(most);
			expect(max / interval).toBeLessThanOrEqual(4);
		}
	});
});
