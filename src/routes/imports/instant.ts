import { formatLocal, parseLocal } from '$lib/domain/calendar/local-time';
import { localFromEpoch, parseZone } from '$lib/domain/calendar/zones';
import { formatDateTime } from '$lib/format/dates';

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
