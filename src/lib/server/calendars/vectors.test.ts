import { describe, expect, test } from 'vitest';
import { expandCalendar } from '$lib/domain/calendar/expand';
import { parseLocal } from '$lib/domain/calendar/local-time';
import { WorkingTime } from '$lib/domain/calendar/working-time';
import { type Zone, parseTimestamp, parseZone } from '$lib/domain/calendar/zones';
import { loadCalendars } from './load';

/**
 * Working time by hand: each row was worked out by hand from the office hours (Mon–Thu 07:30–12:00 and
 * 13:00–16:00, Fri 07:30–11:30 and 13:00–16:30; Ramadan Mon–Thu 08:00–12:00 and 12:30–15:00, Fri
 * 08:00–11:30 and 12:30–15:30) and the days off; the note is the working. One row a line, # is a heading:
 * title | zone (WIB where empty) | from | to | working time, or the first date that is not known |
 * time on the clock | note
 */
const TABLE = `
# One day
an hour of the morning                                 |                | 2024-01-08 08:00          | 2024-01-08 09:00          | 1:00:00                 | 1:00:00   | all of it is office time
over the break                                         |                | 2024-01-08 11:30          | 2024-01-08 13:30          | 1:00:00                 | 2:00:00   | 11:30–12:00 and 13:00–13:30
within the break                                       |                | 2024-01-08 12:10          | 2024-01-08 12:50          | 0:00:00                 | 0:40:00   | the break is 12:00–13:00
from within the break                                  |                | 2024-01-08 12:30          | 2024-01-08 14:00          | 1:00:00                 | 1:30:00   | 13:00–14:00
into the break                                         |                | 2024-01-08 11:00          | 2024-01-08 12:30          | 1:00:00                 | 1:30:00   | 11:00–12:00
before opening                                         |                | 2024-01-08 06:00          | 2024-01-08 07:30          | 0:00:00                 | 1:30:00   | the office opens at 07:30
the first second                                       |                | 2024-01-08 07:29:59       | 2024-01-08 07:30:01       | 0:00:01                 | 0:00:02   | 07:30:00–07:30:01
the last second                                        |                | 2024-01-08 15:59:59       | 2024-01-08 16:00:01       | 0:00:01                 | 0:00:02   | 15:59:59–16:00:00
the evening                                            |                | 2024-01-08 16:00          | 2024-01-08 23:59:59       | 0:00:00                 | 7:59:59   | closed since 16:00
a whole Monday                                         |                | 2024-01-08                | 2024-01-09                | 7:30:00                 | 24:00:00  | 4:30 + 3:00
# Fridays
over the Friday break                                  |                | 2024-01-12 11:00          | 2024-01-12 13:30          | 1:00:00                 | 2:30:00   | 11:00–11:30 and 13:00–13:30
within the Friday break, which begins earlier          |                | 2024-01-12 11:30          | 2024-01-12 13:00          | 0:00:00                 | 1:30:00   | the break is 11:30–13:00
a Friday closes at 16:30                               |                | 2024-01-12 16:00          | 2024-01-12 17:00          | 0:30:00                 | 1:00:00   | 16:00–16:30
a Monday does not                                      |                | 2024-01-08 16:00          | 2024-01-08 16:30          | 0:00:00                 | 0:30:00   | closed since 16:00
a whole Friday                                         |                | 2024-01-12                | 2024-01-13                | 7:30:00                 | 24:00:00  | 4:00 + 3:30
# Nights, weekends, weeks
over night                                             |                | 2024-01-08 15:00          | 2024-01-09 08:30          | 2:00:00                 | 17:30:00  | Mon 15:00–16:00, Tue 07:30–08:30
over midnight                                          |                | 2024-01-08 23:00          | 2024-01-09 01:00          | 0:00:00                 | 2:00:00   | nobody works at night
over a weekend                                         |                | 2024-01-12 16:00          | 2024-01-15 08:00          | 1:00:00                 | 64:00:00  | Fri 16:00–16:30, Mon 07:30–08:00; 3 days less 8 h
within a weekend                                       |                | 2024-01-13 09:00          | 2024-01-14 15:00          | 0:00:00                 | 30:00:00  | Saturday and Sunday
a week                                                 |                | 2024-01-08                | 2024-01-15                | 37:30:00                | 168:00:00 | 5 × 7:30
a month                                                |                | 2026-01-01                | 2026-02-01                | 150:00:00               | 744:00:00 | 22 weekdays less 1 (Tahun Baru) and 16 (Isra Mikraj): 20 × 7:30
# Zero length
nothing, in office hours                               |                | 2024-01-09 09:00          | 2024-01-09 09:00          | 0:00:00                 | 0:00:00   | an instant has no length
nothing, on a Sunday                                   |                | 2024-01-14 09:00          | 2024-01-14 09:00          | 0:00:00                 | 0:00:00   | an instant has no length
# Holidays and joint leave
over a holiday, a joint leave and a weekend            |                | 2024-02-07 15:00          | 2024-02-12 08:00          | 1:30:00                 | 113:00:00 | Wed 15:00–16:00, Thu Isra Mikraj, Fri cuti bersama, Mon 07:30–08:00; 5 days less 7 h
on a holiday                                           |                | 2024-02-08 08:00          | 2024-02-08 16:00          | 0:00:00                 | 8:00:00   | Isra Mikraj, a Thursday
on a day of joint leave                                |                | 2024-02-09 07:30          | 2024-02-09 16:30          | 0:00:00                 | 9:00:00   | cuti bersama Imlek, a Friday
over an election day                                   |                | 2024-02-13 15:30          | 2024-02-15 08:00          | 1:00:00                 | 40:30:00  | Tue 15:30–16:00, Thu 07:30–08:00; 2 days less 7:30
over the joint leave that was added for 18 August 2025 |                | 2025-08-15 16:00          | 2025-08-19 08:00          | 1:00:00                 | 88:00:00  | Fri 16:00–16:30, Mon cuti bersama, Tue 07:30–08:00; 4 days less 8 h
over New Year 2025                                     |                | 2024-12-31 15:00          | 2025-01-02 08:00          | 1:30:00                 | 41:00:00  | Tue 15:00–16:00, Wed Tahun Baru, Thu 07:30–08:00; 2 days less 7 h
over New Year 2027 and a weekend                       |                | 2026-12-31 15:00          | 2027-01-04 08:00          | 1:30:00                 | 89:00:00  | Thu 15:00–16:00, Fri Tahun Baru, Mon 07:30–08:00; 4 days less 7 h
into 29 February and out of it                         |                | 2024-02-29 15:00          | 2024-03-01 08:00          | 1:30:00                 | 17:00:00  | Thu 15:00–16:00, Fri 07:30–08:00
over 29 February                                       |                | 2024-02-28 16:00          | 2024-03-01 07:30          | 7:30:00                 | 39:30:00  | the whole Thursday; 2 days less 8:30
# Ramadan
into Ramadan 2024 over Nyepi                           |                | 2024-03-08 15:30          | 2024-03-13 08:30          | 1:30:00                 | 113:00:00 | Fri 15:30–16:30, Mon Nyepi, Tue cuti bersama, Wed (Ramadan) 08:00–08:30; 5 days less 7 h
into Ramadan 2025 over a weekend                       |                | 2025-02-28 16:00          | 2025-03-03 08:30          | 1:00:00                 | 64:30:00  | Fri 16:00–16:30, Mon (Ramadan) 08:00–08:30; 3 days less 7:30
into Ramadan 2026 in mid-week                          |                | 2026-02-18 15:00          | 2026-02-19 09:00          | 2:00:00                 | 18:00:00  | Wed 15:00–16:00, Thu (Ramadan) 08:00–09:00
the last normal and the first short day of 2026        |                | 2026-02-18                | 2026-02-20                | 14:00:00                | 48:00:00  | 7:30 + 6:30
in Ramadan the office opens at 08:00                   |                | 2025-03-03 07:30          | 2025-03-03 08:00          | 0:00:00                 | 0:30:00   | not yet open
in Ramadan the break is half an hour                   |                | 2025-03-04 11:45          | 2025-03-04 12:45          | 0:30:00                 | 1:00:00   | 11:45–12:00 and 12:30–12:45
in Ramadan the office closes at 15:00                  |                | 2025-03-04 14:30          | 2025-03-04 16:00          | 0:30:00                 | 1:30:00   | 14:30–15:00
over the break of a Friday in Ramadan                  |                | 2025-03-07 11:00          | 2025-03-07 13:00          | 1:00:00                 | 2:00:00   | 11:00–11:30 and 12:30–13:00
a whole Friday in Ramadan                              |                | 2025-03-07                | 2025-03-08                | 6:30:00                 | 24:00:00  | 3:30 + 3:00
a week in Ramadan                                      |                | 2025-03-03                | 2025-03-10                | 32:30:00                | 168:00:00 | 5 × 6:30
out of Ramadan 2024 over Idul Fitri                    |                | 2024-04-05 15:00          | 2024-04-16 08:00          | 1:00:00                 | 257:00:00 | Fri (Ramadan) 15:00–15:30, 8–12 and 15 off, Tue 07:30–08:00; 11 days less 7 h
out of Ramadan 2025 over Nyepi and Idul Fitri          |                | 2025-03-27 14:00          | 2025-04-08 08:30          | 2:00:00                 | 282:30:00 | Thu (Ramadan) 14:00–15:00, 28 to 7 off, Tue 07:30–08:30; 12 days less 5:30
out of Ramadan 2026 over Nyepi and Idul Fitri          |                | 2026-03-17 14:30          | 2026-03-25 08:00          | 1:00:00                 | 185:30:00 | Tue (Ramadan) 14:30–15:00, 18 to 24 off, Wed 07:30–08:00; 8 days less 6:30
# The edges of what is known
the first known hours                                  |                | 2024-01-01                | 2024-01-02 08:30          | 1:00:00                 | 32:30:00  | Mon Tahun Baru, Tue 07:30–08:30
the last known hours                                   |                | 2027-12-31 15:00          | 2027-12-31 17:00          | 1:30:00                 | 2:00:00   | Fri 15:00–16:30
from before the known years                            |                | 2023-12-29 15:00          | 2024-01-02 08:00          | unknown from 2023-12-29 | 89:00:00  | no list of 2023; 4 days less 7 h
beyond the known years                                 |                | 2027-12-30 15:00          | 2028-01-03 08:00          | unknown from 2028-01-01 | 89:00:00  | no list of 2028; 4 days less 7 h
long before the known years                            |                | 2015-06-01 08:00          | 2015-06-01 09:00          | unknown from 2015-06-01 | 1:00:00   | no list of 2015
within the unannounced Ramadan of 2027                 |                | 2027-02-15 09:00          | 2027-02-15 10:00          | unknown from 2027-02-15 | 1:00:00   | whether it is Ramadan is likely, but not announced
over the unannounced Ramadan of 2027                   |                | 2027-02-04 15:00          | 2027-03-16 08:00          | unknown from 2027-02-07 | 953:00:00 | 24 + 16 = 40 days less 7 h
just before the unannounced Ramadan                    |                | 2027-02-04 15:00          | 2027-02-06 10:00          | 1:00:00                 | 43:00:00  | Thu 15:00–16:00, Fri cuti bersama Imlek, Sat; 2 days less 5 h
just after the unannounced Ramadan                     |                | 2027-03-11 09:00          | 2027-03-16 08:00          | 0:30:00                 | 119:00:00 | Thu Idul Fitri, Fri and Mon cuti bersama, Tue 07:30–08:00; 5 days less 1 h
# One instant, three clocks
an hour from 00:00 UTC in WIB                          | Asia/Jakarta   | 2024-01-08T00:00:00Z      | 2024-01-08T01:00:00Z      | 0:30:00                 | 1:00:00   | 07:00–08:00 on the wall, open from 07:30
the same hour in WIB of Pontianak                      | Asia/Pontianak | 2024-01-08T00:00:00Z      | 2024-01-08T01:00:00Z      | 0:30:00                 | 1:00:00   | 07:00–08:00 on the wall
the same hour in WITA                                  | Asia/Makassar  | 2024-01-08T00:00:00Z      | 2024-01-08T01:00:00Z      | 1:00:00                 | 1:00:00   | 08:00–09:00 on the wall
noon in WIB                                            | Asia/Jakarta   | 2024-01-08T11:30:00+07:00 | 2024-01-08T12:30:00+07:00 | 0:30:00                 | 1:00:00   | 11:30–12:00
noon of WIB, in WITA                                   | Asia/Makassar  | 2024-01-08T11:30:00+07:00 | 2024-01-08T12:30:00+07:00 | 0:30:00                 | 1:00:00   | 12:30–13:30 on the wall: 13:00–13:30
noon of WIB, in WIT                                    | Asia/Jayapura  | 2024-01-08T11:30:00+07:00 | 2024-01-08T12:30:00+07:00 | 1:00:00                 | 1:00:00   | 13:30–14:30 on the wall
Sunday evening UTC is Monday morning in WIT            | Asia/Jayapura  | 2024-01-07T22:00:00Z      | 2024-01-07T23:00:00Z      | 0:30:00                 | 1:00:00   | Mon 07:00–08:00 on the wall
and still before opening in WIB                        | Asia/Jakarta   | 2024-01-07T22:00:00Z      | 2024-01-07T23:00:00Z      | 0:00:00                 | 1:00:00   | Mon 05:00–06:00 on the wall
two offsets in one pair                                | Asia/Makassar  | 2024-01-12T08:00:00+09:00 | 2024-01-12T08:00:00+07:00 | 1:30:00                 | 2:00:00   | Fri 07:00–09:00 on the wall, open from 07:30
`;

interface Vector {
	title: string;
	zone: Zone;
	from: string;
	to: string;
	working: string;
	elapsed: string;
	note: string;
}

const vectors: Vector[] = TABLE.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => {
		const cells = line.split('|').map((cell) => cell.trim());
		if (cells.length !== 7) throw new Error(`not seven cells: ${line}`);
		const [title, zone, from, to, working, elapsed, note] = cells as [
			string,
			string,
			string,
			string,
			string,
			string,
			string
		];
		return { title, zone: parseZone(zone || 'WIB'), from, to, working, elapsed, note };
	});

const [calendar] = loadCalendars(process.cwd());
if (!calendar) throw new Error('no calendar is shipped');
const time = new WorkingTime(expandCalendar(calendar, '2023-12-01', '2028-01-31'));

function written(seconds: number): string {
	const pad = (value: number) => String(value).padStart(2, '0');
	return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

describe('working time by hand', () => {
	test('the table is long enough to be worth its name', () => {
		expect(vectors.length).toBeGreaterThanOrEqual(45);
		expect(new Set(vectors.map((vector) => vector.title)).size).toBe(vectors.length);
	});

	test.each(vectors)('$title: $from → $to ($note)', ({ zone, from, to, working, elapsed }) => {
		const [start, end] = [from, to].map((text) =>
			parseTimestamp(text, { zone, offsets: 'real' })
		) as [number, number];
		expect(written(end - start)).toBe(elapsed);
		const unknown = time.firstUncoveredDate(start, end);
		const worked = time.workingSeconds(start, end);
		expect(worked === null).toBe(unknown !== null);
		expect(worked === null ? `unknown from ${unknown}` : written(worked)).toBe(working);
	});

	test('an end before its start is an error that shows both', () => {
		expect(() =>
			time.workingSeconds(parseLocal('2024-01-08 09:00'), parseLocal('2024-01-08 08:59:59'))
		).toThrow(
			expect.objectContaining({
				code: 'calendar_end_before_start',
				params: { start: '2024-01-08T09:00:00', end: '2024-01-08T08:59:59' }
			})
		);
	});
});
