import { formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import { localFromEpoch, parseZone } from '$lib/domain/calendar/zones';
import { formatDateTime } from '$lib/format/dates';
import { formatDuration } from '$lib/format/durations';
import { m } from '$lib/paraglide/messages';

/** An instant of the store (UTC, without zone) on the clock of a zone, which is named. null gives —. */
export function formatInstant(
	at: string | null,
	zone: string,
	style: 'long' | 'short' = 'long'
): string {
	if (at === null) return formatDateTime(null, zone);
	return formatDateTime(formatLocal(localFromEpoch(parseLocal(at), parseZone(zone))), zone, {
		style
	});
}

/** How long an import took; less than a second is said so, because 0 is never true. */
export function formatTook(milliseconds: number): string {
	return milliseconds < 1000
		? m.imports_under_second()
		: formatDuration(milliseconds / 1000, { elapsed: true });
}
