import { describe, expect, it } from 'vitest';
import { readOutagesCsv } from './outages-csv';

const codes = (text: string) => readOutagesCsv(text).map(({ error }) => error?.code ?? null);

describe('a file of outages', () => {
	it('is read in any order of columns, with any of the usual separators', () => {
		const [row] = readOutagesCsv(
			'\ufeffSebab;Bukti;Sampai;Mulai\nListrik padam;BA 12;2026-05-20 09:45;2026-05-19 13:10\n'
		);
		expect(row?.entry).toEqual({
			from: '2026-05-19T13:10:00',
			until: '2026-05-20T09:45:00',
			reason: 'Listrik padam',
			evidence: 'BA 12'
		});
		expect(codes('start,end,reason\n2026-05-19 13:10,2026-05-19 14:00,Down\n')).toEqual([null]);
	});

	it('says of each row that cannot be used why, and keeps the others', () => {
		expect(
			codes(
				[
					'mulai,sampai,sebab',
					'2026-05-19 13:10,2026-05-19 14:00,Padam',
					'19/05/2026 13:10,2026-05-19 14:00,Padam',
					'2026-05-19 14:10,2026-05-19 14:00,Padam',
					'2026-05-19 15:10,2026-05-19 16:00,',
					'2026-05-19 13:10,2026-05-19 14:00,Jaringan'
				].join('\n')
			)
		).toEqual([
			null,
			'calendar_time_unreadable',
			'outage_without_length',
			'outage_reason_missing',
			'outage_repeated'
		]);
	});

	it.each([
		['', 'outages_csv_empty'],
		['mulai,sampai,sebab\n', 'outages_csv_empty'],
		['mulai,sampai\n2026-05-19 13:10,2026-05-19 14:00\n', 'outages_csv_column']
	])('is refused as a whole: %j', (text, code) => {
		expect(() => readOutagesCsv(text)).toThrow(expect.objectContaining({ code }));
	});
});
