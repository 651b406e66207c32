import type { Content, ContentTable, ContentText, TableCell } from 'pdfmake/interfaces';
import { formatDate } from '$lib/format/dates';
import { formatNumber, NONE } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { ReportCell, ReportColumn, ReportContents } from '../contents';

/** How wide text can be, in points: A4 less its margins. */
export const PORTRAIT = 515;
export const LANDSCAPE = 761;
export const INK = '#16202c';
const MUTED = '#556066';
/** Left and right of each cell; the layout `rows` of the drawing thread leaves as much. */
const PADDING = 4;
const BAR = { width: 220, height: 9 };

/**
 * The head of the first page: who reports, on what, from what.
 * @param room how wide it is, in points
 */
export function letterhead({ title, metadata, facts }: ReportContents, room: number): Content[] {
	const units = metadata.units.map((unit) => unit.name);
	const cells = facts.map(([name, value]): TableCell[] => [
		{ text: name, color: MUTED },
		{ text: value === null ? NONE : String(value) }
	]);
	const half = Math.ceil(cells.length / 2);
	const rows = cells.slice(0, half).map((left, at) => [...left, ...(cells[half + at] ?? ['', ''])]);
	return [
		{
			text: units.length === 0 || units.length > 3 ? 'Tepat' : units.join('\n'),
			fontSize: 13,
			bold: true,
			alignment: 'center'
		},
		{
			canvas: [
				{ type: 'line', x1: 0, y1: 6, x2: room, y2: 6, lineWidth: 1.6, lineColor: INK },
				{ type: 'line', x1: 0, y1: 8.5, x2: room, y2: 8.5, lineWidth: 0.5, lineColor: INK }
			]
		},
		{ text: title, fontSize: 14, bold: true, alignment: 'center', margin: [0, 12, 0, 8] },
		{
			table: { widths: spread([74, '*', 74, '*'], room), body: rows },
			layout: 'facts',
			fontSize: 8
		}
	];
}

/**
 * The figures of a report in rows, each below what it counts.
 * @param room how wide they are together, in points
 * @param across how many stand in a row
 */
export function figures({ summary }: ReportContents, room: number, across = 5): Content[] {
	const cells = summary.map(([name, value]): TableCell => ({
		stack: [
			{ text: name, fontSize: 7.5, color: MUTED },
			{ text: shown(value, 'number'), fontSize: 12, bold: true }
		]
	}));
	const body: TableCell[][] = [];
	for (let at = 0; at < cells.length; at += across)
		body.push(
			[...cells.slice(at, at + across), ...Array<TableCell>(across).fill('')].slice(0, across)
		);
	const widths = spread(Array<'*'>(across).fill('*'), room);
	return [
		heading(m.reporting_summary_title()),
		{ table: { widths, body }, layout: 'facts', margin: [0, 0, 0, 2] }
	];
}

/** Bars with their names and values as text, the longest as wide as there is room. */
export function bars(
	title: string,
	rows: readonly { name: string; value: number }[],
	colour: string
): Content[] {
	const most = Math.max(...rows.map(({ value }) => value));
	if (rows.length === 0 || most <= 0) return [];
	const body = rows.map(({ name, value }): TableCell[] => [
		{ text: shown(name, 'text'), alignment: 'right' },
		{
			columns: [
				{
					width: Math.max(2, (value / most) * BAR.width) + 4,
					canvas: [
						{
							...{ type: 'rect', x: 0, y: 0.5, h: BAR.height, color: colour },
							w: Math.max(1, (value / most) * BAR.width)
						}
					]
				},
				{ width: 'auto', text: formatNumber(value, 2), bold: true }
			]
		}
	]);
	return [
		{
			stack: [
				heading(title),
				{ table: { widths: spread([200, '*'], PORTRAIT), body }, layout: 'facts', fontSize: 7.5 }
			],
			unbreakable: true
		}
	];
}

/**
 * A table whose title and headings stand on each of its pages, so that no title is left alone at the foot of one; rows
 * do not tear, and words longer than their column break.
 * @param room how wide it may be, in points
 * @param note stands below the title
 */
export function grid(
	title: string | null,
	columns: readonly ReportColumn[],
	rows: readonly ReportCell[][],
	widths: readonly ('*' | number)[],
	room: number,
	note?: string
): ContentTable {
	const cellOf = (text: string, type: ReportColumn['type']): TableCell =>
		type === 'number' ? { text, alignment: 'right' } : text;
	const head = columns.map(({ label, type }): TableCell => ({
		text: label,
		bold: true,
		fillColor: '#e8edf3',
		...(type === 'number' ? { alignment: 'right' } : {})
	}));
	const titles: TableCell[] =
		title === null
			? []
			: [
					{
						stack: [
							heading(title, -PADDING),
							...(note === undefined
								? []
								: [{ text: note, margin: [-PADDING, 0, 0, 4] } as ContentText])
						],
						colSpan: columns.length
					},
					...Array<TableCell>(columns.length - 1).fill('')
				];
	return {
		fontSize: 7,
		table: {
			headerRows: title === null ? 1 : 2,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: spread(widths, room),
			body: [
				...(title === null ? [] : [titles]),
				head,
				...rows.map((row) =>
					columns.map(({ type }, at) => cellOf(shown(row[at] ?? null, type), type))
				)
			]
		},
		layout: 'rows'
	};
}

/** Where those sign who answer for the report. */
export function signatures(): Content[] {
	const block = (who: string): Content => ({
		stack: [
			m.reporting_sign(),
			who,
			{ text: ' ', margin: [0, 20, 0, 0] },
			m.reporting_sign_name(),
			m.reporting_sign_number()
		]
	});
	return [
		{
			columns: [block(m.reporting_sign_head()), block(m.reporting_sign_inspector())],
			margin: [0, 12, 0, 0],
			unbreakable: true
		} as Content
	];
}

function heading(text: string, left = 0): ContentText {
	return { text, fontSize: 11, bold: true, margin: [left, 9, 0, 4] };
}

/** Widths in points: columns of a stated width break a word that is longer, others would leave the page with it. */
function spread(widths: readonly ('*' | number)[], room: number): number[] {
	const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0);
	const shares = widths.filter((width) => width === '*').length;
	const share = (room - fixed - widths.length * 2 * PADDING) / Math.max(1, shares);
	return widths.map((width) => (width === '*' ? share : width));
}

/** The letters of the font; a tick it has not. */
function shown(value: ReportCell, type: ReportColumn['type']): string {
	if (value === null) return NONE;
	if (typeof value === 'number') return formatNumber(value, 2);
	if (type === 'date') return formatDate(value, { style: 'short' });
	return value.replaceAll('✓', '√');
}
