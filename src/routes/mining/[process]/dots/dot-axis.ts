import { ticksOf } from '$lib/domain/timeline/ticks';
import { formatLocal } from '$lib/domain/calendar/local-time';
import { formatDate } from '$lib/format/dates';
import { formatDuration } from '$lib/format/durations';

/** Minutes between marks of an axis that counts from the beginning of each case. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440, 2880, 7200, 14_400, 43_200, 86_400];

/**
 * The marks of the axis in view, in percent of its length, with their texts.
 * @param range first and last minute in view
 * @param most marks that have room
 */
export function dotMarks(
	range: { from: number; until: number },
	axis: 'calendar' | 'elapsed',
	most: number
): { at: number; text: string }[] {
	const span = range.until - range.from;
	const at = (minute: number) => ((minute - range.from) / span) * 100;
	if (axis === 'elapsed') {
		const step = STEPS.find((minutes) => span / minutes <= most) ?? 525_600;
		const marks: { at: number; text: string }[] = [];
		for (let minute = Math.ceil(range.from / step) * step; minute <= range.until; minute += step) {
			marks.push({
				at: at(minute),
				text: minute === 0 ? '0' : formatDuration(minute * 60, { elapsed: true })
			});
		}
		return marks;
	}
	const scale = {
		from: range.from * 60,
		until: range.until * 60,
		at: (instant: number) => at(instant / 60)
	};
	return ticksOf(scale, most).map(({ instant, at: place, grain }) => {
		const local = formatLocal(instant);
		return {
			at: place,
			text: grain === 'time' ? local.slice(11, 16) : formatDate(local, { style: 'short' })
		};
	});
}
