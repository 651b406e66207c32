import { UserError } from '../user-error';
import { numberFromWords } from './number-words';
import type { Budget, BudgetUnit, Clock } from './types';

export interface ParsedDuration {
	budget: Budget;
	/** True for a bare "hari": the document does not say which days, working days are assumed. */
	clockInferred: boolean;
}

type UnitKey = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'calendarday' | 'week' | 'month';

const unitPatterns: [RegExp, UnitKey][] = [
	[/^(detik|dtk)\b\.?/, 'second'],
	[/^(menit|mnt)\b\.?/, 'minute'],
	[/^jam( kerja)?\b/, 'hour'],
	[/^hari kerja\b/, 'workday'],
	[/^hari kal[ae]nd[ae]r\b/, 'calendarday'],
	[/^hari\b/, 'day'],
	[/^minggu\b/, 'week'],
	[/^bulan\b/, 'month']
];

const secondsPer: Partial<Record<UnitKey, number>> = { second: 1, minute: 60, hour: 3600 };
const firstDayPrefix = /^selama\s+/;
const limitPrefix =
	/^(maksimal|maksimum|paling lama|paling lambat|selambat-lambatnya|sampai dengan)\s+/;
const daysByNight = /^(\d{1,3})\s*[x×]\s*24 jam$/;

/**
 * Reads a time as officials write it: `5,5 jam`, `10 menit`, `1 hari`, `5 (lima) hari kerja`, `30 hari kalender`,
 * `2 minggu` (seven calendar days each), `11 bulan`, `1 jam 30 menit`, `selama 2 hari kerja` (counts its first day),
 * `1 x 24 jam` (every hour of the day). Minutes and hours run on office time unless `clock` says otherwise.
 *
 * @throws UserError `duration_unreadable` {text}: nothing is guessed, so ranges, zero, part days and a number that its
 * own words contradict are refused.
 */
export function parseDuration(text: string, clock?: Clock): ParsedDuration {
	const refuse = () => new UserError('duration_unreadable', { text });
	let rest = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '');
	rest = rest.replace(limitPrefix, '');
	const countsFirstDay = firstDayPrefix.test(rest);
	rest = rest.replace(firstDayPrefix, '').replace(limitPrefix, '');

	const round = daysByNight.exec(rest);
	if (round) {
		const hours = Number(round[1]) * 24;
		return finish({ value: hours, key: 'hour', seconds: hours * 3600 }, clock ?? 'elapsed');
	}

	const parts: { value: number; key: UnitKey }[] = [];
	while (rest !== '') {
		const amount = readAmount(rest);
		if (amount === null) throw refuse();
		const unit = readUnit(amount.rest);
		if (unit === null) throw refuse();
		parts.push({ value: amount.value, key: unit.key });
		rest = unit.rest;
	}
	const [first] = parts;
	const last = parts.at(-1);
	if (!first || !last) throw refuse();

	const perUnit = parts.map((part) => secondsPer[part.key] ?? 0);
	if (parts.length > 1) {
		// "1 jam 30 menit": only clock units, from the coarse to the fine, the fine ones whole.
		const falling = perUnit.every((per, i) => per > 0 && (i === 0 || per < (perUnit[i - 1] ?? 0)));
		if (!falling || parts.slice(1).some((part) => !Number.isInteger(part.value))) throw refuse();
	}
	const seconds = Math.round(
		parts.reduce((sum, part, i) => sum + part.value * (perUnit[i] ?? 0), 0)
	);
	const value = parts.length > 1 ? seconds / (secondsPer[last.key] ?? 1) : first.value;
	return finish({ value, key: last.key, seconds }, clock);

	function finish(
		read: { value: number; key: UnitKey; seconds: number },
		asked: Clock | undefined
	) {
		const timed = secondsPer[read.key] !== undefined;
		if (timed ? read.seconds <= 0 : !Number.isInteger(read.value) || read.value <= 0)
			throw refuse();
		// Only days have a first day to count.
		if (countsFirstDay && timed) throw refuse();
		const usual: Clock = timed
			? 'working'
			: read.key === 'day' || read.key === 'workday'
				? 'workday'
				: 'calendar';
		const chosen = asked ?? usual;
		const fits = timed
			? chosen === 'working' || chosen === 'elapsed'
			: read.key === 'day'
				? chosen === 'workday' || chosen === 'calendar'
				: chosen === usual;
		if (!fits) throw refuse();
		const unit: BudgetUnit =
			read.key === 'day' ? (chosen === 'workday' ? 'workday' : 'calendarday') : read.key;
		const budget: Budget = {
			value: read.value,
			unit,
			clock: chosen,
			seconds: timed ? read.seconds : null,
			days: timed || unit === 'month' ? null : unit === 'week' ? read.value * 7 : read.value,
			months: unit === 'month' ? read.value : null,
			countsFirstDay
		};
		return { budget, clockInferred: read.key === 'day' && asked === undefined };
	}
}

/**
 * Writes a budget as officials would, so that `parseDuration(formatDuration(b), b.clock)` gives `b` back: `5,5 jam`,
 * `2 hari kerja`, `selama 2 hari kerja`. It is the language of the documents, not of the reader.
 */
export function formatDuration(budget: Budget): string {
	const names: Record<BudgetUnit, string> = {
		second: 'detik',
		minute: 'menit',
		hour: 'jam',
		workday: 'hari kerja',
		calendarday: 'hari kalender',
		week: 'minggu',
		month: 'bulan'
	};
	const number = String(budget.value).replace('.', ',');
	const prefix = budget.countsFirstDay ? 'selama ' : '';
	if (budget.clock === 'elapsed' && budget.unit === 'hour' && budget.value % 24 === 0) {
		return `${budget.value / 24} x 24 jam`;
	}
	return `${prefix}${number} ${names[budget.unit]}`;
}

/** Seconds in the largest unit that writes them short: 84600 → `23,5 jam`, 1740 → `29 menit`. */
export function formatSeconds(seconds: number): string {
	const [size, name] =
		seconds >= 3600 && seconds % 360 === 0
			? [3600, 'jam']
			: seconds % 60 === 0
				? [60, 'menit']
				: [1, 'detik'];
	return `${String(seconds / size).replace('.', ',')} ${name}`;
}

/** The number at the head of a text, with its words in brackets if given: `5 (lima) `, `0,25 `, `setengah `. */
function readAmount(text: string): { value: number; rest: string } | null {
	const digits = /^(\d{1,7})(?:([.,])(\d{1,4}))?\s*(?:\(\s*([a-z ]+?)\s*\)\s*)?/.exec(text);
	if (digits) {
		const [whole, int = '', mark, fraction, words] = digits;
		// "1.000" may be a thousand or one: the reader must not choose.
		if (mark === '.' && fraction?.length === 3 && Number(int) > 0) return null;
		const value = Number(`${int}.${fraction ?? 0}`);
		if (words !== undefined && numberFromWords(words) !== value) return null;
		return { value, rest: text.slice(whole.length) };
	}
	if (text.startsWith('setengah ')) return { value: 0.5, rest: text.slice('setengah '.length) };
	const words = /^([a-z ]+?) (?=(?:detik|menit|jam|hari|minggu|bulan)\b)/.exec(text);
	const value = words ? numberFromWords(words[1] ?? '') : null;
	return words && value !== null ? { value, rest: text.slice(words[0].length) } : null;
}

function readUnit(text: string): { key: UnitKey; rest: string } | null {
	for (const [pattern, key] of unitPatterns) {
		const match = pattern.exec(text);
		if (match) return { key, rest: text.slice(match[0].length).trimStart() };
	}
	return null;
}
