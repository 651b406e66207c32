import { toCsv } from '$lib/domain/csv/to-csv';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { readCalendar } from '$lib/server/reading/calendar/calendar';
import { productStore } from '$lib/server/web/store';
import { lookOf } from '../day-looks';
import type { RequestHandler } from './$types';

/** The days of a year of a calendar as CSV. */
export const GET: RequestHandler = async ({ url }) => {
	const { filters } = parseFilters(url.searchParams);
	const year = /^\d{4}$/.exec(url.searchParams.get('year') ?? '')?.[0];
	const calendar = await readCalendar(await productStore(), {
		unit: filters.unit,
		year: year === undefined ? null : Number(year),
		today: currentInstant().slice(0, 10)
	});
	const text = toCsv(
		[
			{ key: 'day', label: m.calendar_csv_date(), type: 'date' },
			{ key: 'kind', label: m.calendar_csv_kind(), type: 'text' },
			{ key: 'covered', label: m.calendar_csv_covered(), type: 'text' },
			{ key: 'title', label: m.calendar_csv_name(), type: 'text' },
			{ key: 'decree', label: m.calendar_csv_basis(), type: 'text' },
			{ key: 'estimated', label: m.calendar_csv_estimated(), type: 'text' },
			{ key: 'seconds', label: m.calendar_csv_seconds(), type: 'number' }
		],
		calendar.days.map((day) => ({ ...day, kind: lookOf(day.kind).word() }))
	);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="calendar-${calendar.year}.csv"`
		}
	});
};
