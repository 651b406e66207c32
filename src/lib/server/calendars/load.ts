import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Calendar } from '$lib/domain/calendar/calendar';
import {
	type FileContent,
	type NationalHolidays,
	type Path,
	parseCalendar,
	parseNationalHolidays
} from '$lib/domain/calendar/calendar-file';
import { UserError } from '$lib/domain/user-error';

const FOLDER = 'data/calendars';

/** Holiday lists, by the name calendars use for them: `<name>.yaml` and `<name>.csv`. */
const HOLIDAY_LISTS = ['national'];

const DAY_COLUMNS = ['date', 'kind', 'title', 'decree', 'estimated'];

/**
 * The calendars shipped with the product, from `data/calendars/` under `home`, in the order of their
 * file names. A unit names one of them and one of its zones; a calendar's days are the same in every
 * zone, because they are dates and clock times of the unit's own clock.
 *
 * Throws errors that name file and line: `calendar_file_missing`, `calendar_file_unreadable` (not
 * YAML, or not the columns of a list of days), `calendar_id_mismatch` (the id is not the file's name)
 * and those of the parsers.
 */
export function loadCalendars(home: string): Calendar[] {
	const holidays = new Map<string, NationalHolidays>(
		HOLIDAY_LISTS.map((name) => [name, parseNationalHolidays(readHolidayList(home, name))])
	);
	return readdirSync(join(home, FOLDER))
		.filter((name) => name.endsWith('.yaml') && !HOLIDAY_LISTS.includes(name.slice(0, -5)))
		.sort()
		.map((name) => {
			const calendar = parseCalendar(readYaml(home, `${FOLDER}/${name}`), holidays);
			if (`${calendar.id}.yaml` !== name)
				throw new UserError('calendar_id_mismatch', {
					file: `${FOLDER}/${name}`,
					id: calendar.id
				});
			return calendar;
		});
}

function readHolidayList(home: string, name: string): FileContent {
	const about = readYaml(home, `${FOLDER}/${name}.yaml`);
	const days = readDays(home, `${FOLDER}/${name}.csv`);
	return {
		content: { ...(about.content as object | null), days: days.content },
		placeOf: (path) => (path[0] === 'days' ? days : about).placeOf(path)
	};
}

function readYaml(home: string, file: string): FileContent {
	const lines = new LineCounter();
	const document = parseDocument(readText(home, file), { lineCounter: lines });
	const problem = document.errors[0];
	if (problem) {
		const { line } = lines.linePos(problem.pos[0]);
		const params = { file, line, detail: problem.code };
		throw new UserError('calendar_file_unreadable', params, problem);
	}
	const lineOf = (path: Path): number => {
		// A missing value has no place of its own: what should hold it has.
		for (let length = path.length; length > 0; length--) {
			const node = document.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
		}
		return 1;
	};
	return {
		content: document.toJS() as unknown,
		placeOf: (path) => ({ file, line: lineOf(path) })
	};
}

/** The rows of a list of days; paths into it begin with `days` and the position of the row. */
function readDays(home: string, file: string): FileContent {
	const { data, meta, errors } = Papa.parse<Record<string, string>>(
		readText(home, file).trimEnd(),
		{
			header: true,
			skipEmptyLines: false
		}
	);
	const columns = meta.fields?.join() ?? '';
	if (columns !== DAY_COLUMNS.join())
		throw new UserError('calendar_file_unreadable', { file, line: 1, detail: columns });
	const broken = errors[0];
	if (broken) {
		const params = { file, line: (broken.row ?? 0) + 2, detail: broken.code };
		throw new UserError('calendar_file_unreadable', params);
	}
	const flags: Record<string, boolean> = { true: true, false: false };
	const content = data.map((row) => ({
		...row,
		decree: row.decree === '' ? null : row.decree,
		estimated: flags[row.estimated ?? ''] ?? row.estimated
	}));
	// The first row stands below the header.
	return { content, placeOf: ([, row]) => ({ file, line: Number(row ?? 0) + 2 }) };
}

function readText(home: string, file: string): string {
	const path = join(home, file);
	if (!existsSync(path)) throw new UserError('calendar_file_missing', { file });
	return readFileSync(path, 'utf8');
}
