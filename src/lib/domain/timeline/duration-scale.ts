const MINUTE = 60;
const HOUR = 3600;

/** Minutes as clocks are read; hours by 1, 2 and 5 of each decade. */
const STEPS = [
	...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
	...[0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((n) => n * 10 ** power * HOUR))
];

/**
 * An axis of durations that begins at 0: its marks stand at whole minutes or whole hours, so that none reads 277,8 hours, and it ends
 * at a mark.
 * @param most the longest duration, in seconds
 * @param marks that have room, the one at 0 not counted
 * @returns the distance of the marks and the end, in seconds
 */
export function durationScale(most: number, marks: number): { interval: number; max: number } {
	const interval = STEPS.find((step) => Math.ceil(most / step) <= marks) ?? most;
	return { interval, max: Math.ceil(most / interval) * interval };
}
