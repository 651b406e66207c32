import type { Field } from '../importing/fields';
import { fields, normaliseHeader } from '../importing/fields';
import { SYNONYMS } from './synonyms';
import { looksLikeTime } from './time-likeness';

/** What the cells of a column look like, of the rows that were read. Shares are of the filled cells, 0 to 1. */
export interface ColumnContent {
	column: string;
	filled: number;
	distinct: number;
	/** Share that reads as a time. */
	times: number;
	/** Share with a digit in it. */
	numbered: number;
	/** Mean number of words. */
	words: number;
}

/** Which column a field probably is, and why. */
export interface ColumnSuggestion {
	column: string;
	/** By the column's name, or only by what stands in it. */
	by: 'name' | 'content';
	content: ColumnContent;
}

export type ColumnSuggestions = Partial<Record<Field, ColumnSuggestion>>;

/** Describes what stands in each column. @param rows cells in the order of `names` */
export function describeColumns(
	names: readonly string[],
	rows: readonly (readonly string[])[]
): ColumnContent[] {
	return names.map((column, at) => {
		const cells = rows.flatMap((row) => {
			const cell = row[at]?.trim() ?? '';
			return cell === '' || /^(null|-)$/i.test(cell) ? [] : [cell];
		});
		const share = (test: (cell: string) => boolean) =>
			cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
		return {
			column,
			filled: cells.length,
			distinct: new Set(cells).size,
			times: share(looksLikeTime),
			numbered: share((cell) => /\d/.test(cell)),
			words:
				cells.length === 0
					? 0
					: cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / cells.length
		};
	});
}

const timeFields: readonly Field[] = ['started', 'completed'];
/** From this share on a column holds times. */
const mostlyTimes = 0.6;
/** A name that says less is no suggestion. */
const leastScore = 0.45;

/**
 * Suggests which column is which field: by names, Indonesian or English, checked against what stands in the columns;
 * then, for what a log cannot do without, by content alone. One column is one field.
 * @param given.spellings further names of fields, as a profile knows them
 */
export function suggestColumns(given: {
	names: readonly string[];
	rows: readonly (readonly string[])[];
	spellings?: Partial<Record<Field, readonly string[]>>;
}): ColumnSuggestions {
	const contents = describeColumns(given.names, given.rows);
	const candidates = fields.flatMap((field) =>
		contents.flatMap((content) => {
			const score = scoreName(field, content.column, given.spellings?.[field] ?? []);
			const fits = scoreContent(field, content, given.rows.length);
			return score * fits >= leastScore ? [{ field, content, score: score * fits }] : [];
		})
	);
	const found: ColumnSuggestions = {};
	const taken = new Set<string>();
	for (const { field, content } of candidates.sort((a, b) => b.score - a.score)) {
		if (found[field] || taken.has(content.column)) continue;
		found[field] = { column: content.column, by: 'name', content };
		taken.add(content.column);
	}
	addByContent(
		found,
		contents.filter(({ column }) => !taken.has(column)),
		given
	);
	return found;
}

/** How surely a header says a field, 0 to 1. */
function scoreName(field: Field, column: string, spellings: readonly string[]): number {
	const header = normaliseHeader(column);
	if (header === '') return 0;
	if (spellings.some((spelling) => normaliseHeader(spelling) === header)) return 1;
	const words = header.split('_');
	return Math.max(
		0,
		...SYNONYMS[field].map((synonym) => {
			const wanted = synonym.split(' ');
			if (!wanted.every((word) => words.includes(word))) return 0;
			return wanted.length === words.length ? 0.98 : (0.9 * wanted.length) / words.length;
		})
	);
}

/** Whether what stands in a column can be the field: 0 rules it out, below 1 it is less likely. */
function scoreContent(field: Field, content: ColumnContent, rows: number): number {
	if (content.filled === 0) return rows === 0 ? 1 : 0.5;
	const times = content.times >= mostlyTimes;
	if (timeFields.includes(field)) return times ? 1 : content.times > 0 ? 0.6 : 0;
	if (times) return 0;
	if (field === 'case') return content.filled >= rows * 0.9 ? 1 : 0.6;
	// As many activities as rows is a remark, not an activity.
	if (field === 'activity' && content.filled > 20 && content.distinct > content.filled * 0.9)
		return 0.5;
	return 1;
}

/** What a log needs and no name says: times by their form, the case by its repetition, the activity by its words. */
function addByContent(
	found: ColumnSuggestions,
	free: ColumnContent[],
	{ names, rows }: { names: readonly string[]; rows: readonly (readonly string[])[] }
): void {
	if (rows.length === 0) return;
	const take = (field: Field, content: ColumnContent | undefined): void => {
		if (!content) return;
		found[field] = { column: content.column, by: 'content', content };
		free.splice(free.indexOf(content), 1);
	};
	const times = free.filter((content) => content.filled > 0 && content.times >= 0.8);
	if (!found.completed && !found.started) {
		const [first, second] = times;
		if (first && second && times.length === 2) {
			const [early, late] = inOrder(first, second, names, rows);
			take('started', early);
			take('completed', late);
		} else if (times.length === 1) take('completed', first);
	}
	const rest = free.filter(
		({ filled, times: share }) => filled >= rows.length * 0.9 && share < 0.5
	);
	if (!found.case)
		take(
			'case',
			best(rest, ({ filled, distinct, numbered, words }) =>
				numbered < 0.8 || words > 3 || distinct < 2
					? 0
					: distinct === filled
						? 0.3
						: 1 + distinct / filled
			)
		);
	if (!found.activity && !found.step)
		take(
			'activity',
			best(
				rest.filter((content) => free.includes(content)),
				({ filled, distinct, numbered, words }) =>
					distinct < 2 || numbered > 0.7 || (filled > 20 && distinct > filled * 0.6)
						? 0
						: Math.min(words, 6)
			)
		);
}

function best(
	contents: readonly ColumnContent[],
	score: (content: ColumnContent) => number
): ColumnContent | undefined {
	const [first] = contents
		.map((content) => ({ content, score: score(content) }))
		.filter((scored) => scored.score > 0)
		.sort((a, b) => b.score - a.score);
	return first?.content;
}

/** Of two time columns the one whose values come first in most rows; written alike, texts sort as times do. */
function inOrder(
	a: ColumnContent,
	b: ColumnContent,
	names: readonly string[],
	rows: readonly (readonly string[])[]
): [ColumnContent, ColumnContent] {
	const [at, other] = [names.indexOf(a.column), names.indexOf(b.column)];
	const later = rows.filter((row) => (row[at] ?? '') > (row[other] ?? '')).length;
	return later > rows.length / 2 ? [b, a] : [a, b];
}
