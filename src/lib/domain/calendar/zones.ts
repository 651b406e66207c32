import { UserError } from '../user-error';
import { type LocalSeconds, parseLocal } from './local-time';

/**
 * The zones of Indonesia with the name people use and their distance from UTC. None has daylight
 * saving time and all have been fixed since Kalimantan Barat moved to WIB in 1988, so a constant is
 * exact for every log that can exist.
 */
export const ZONES = {
	'Asia/Jakarta': { name: 'WIB', offsetSeconds: 7 * 3600 },
	'Asia/Pontianak': { name: 'WIB', offsetSeconds: 7 * 3600 },
	'Asia/Makassar': { name: 'WITA', offsetSeconds: 8 * 3600 },
	'Asia/Jayapura': { name: 'WIT', offsetSeconds: 9 * 3600 }
} as const;

export type Zone = keyof typeof ZONES;

export const ZONE_IDS = Object.keys(ZONES) as Zone[];

/**
 * The zone meant by an identifier (`Asia/Makassar`) or a common name (`WITA`, any case). WIB means
 * Asia/Jakarta. Throws `calendar_zone_unknown`: another zone could have daylight saving time, with
 * which local clock readings are no durations.
 */
export function parseZone(text: string): Zone {
	const wanted = text.trim().toLowerCase();
	const zone = ZONE_IDS.find(
		(id) => id.toLowerCase() === wanted || ZONES[id].name.toLowerCase() === wanted
	);
	if (!zone) throw new UserError('calendar_zone_unknown', { zone: text });
	return zone;
}

/** What the clock of a zone shows at a true instant (seconds since 1970-01-01T00:00:00Z). */
export function localFromEpoch(epochSeconds: number, zone: Zone): LocalSeconds {
	return epochSeconds + ZONES[zone].offsetSeconds;
}

/** The true instant, seconds since 1970-01-01T00:00:00Z, at which a zone's clock shows this. */
export function epochFromLocal(at: LocalSeconds, zone: Zone): number {
	return at - ZONES[zone].offsetSeconds;
}

/**
 * Reads a timestamp for a unit in `zone`. With `offsets: 'real'` an offset (`Z`, `+07:00`, `+0700`)
 * is obeyed; with `'ignored'` it is cut off, because official exports write local time with a false
 * `Z`. A text without an offset is local time either way.
 * Throws `calendar_time_unreadable`.
 */
export function parseTimestamp(
	text: string,
	{ zone, offsets }: { zone: Zone; offsets: 'real' | 'ignored' }
): LocalSeconds {
	const parts = /^(.*:\d\d(?:\.\d+)?)\s?(?:Z|([+-])(\d\d):?([0-5]\d))$/i.exec(text.trim());
	const written = parseLocal(parts?.[1] ?? text.trim());
	if (!parts || offsets === 'ignored') return written;
	const offset = (Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0)) * 60;
	return localFromEpoch(written - (parts[2] === '-' ? -offset : offset), zone);
}
