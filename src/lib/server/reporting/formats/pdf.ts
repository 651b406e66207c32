import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { encodeMetadata } from '$lib/domain/reporting/report';
import { formatDate } from '$lib/format/dates';
import { formatNumber, NONE } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { ReportCell, ReportColumn, ReportContents, ReportTable } from '../contents';

/** More rows than this nobody reads on paper; what is left out is said, and stands in the other formats. */
export const PDF_ROWS = 5_000;
const INK = '#16202c';
const CHART = { width: 515, height: 150 };

/**
 * The report on paper (A4): letterhead, figures with a chart, the tables, a place to sign, and the rows as an appendix.
 * Text stays text, so that it can be searched.
 * @param home the project's root, where the drawing thread lies
 */
export async function* writePdf(report: ReportContents, home: string): AsyncGenerator<Uint8Array> {
	const { metadata } = report;
	const brief = ['summary', 'monitoring'].includes(metadata.request.layout);
	const content: Content[] = [
		...letterhead(report),
		heading(m.reporting_summary_title()),
		figures(report),
		{ text: '', id: 'chart' },
		...(await overviews(report)),
		...(brief ? [] : await findings(report)),
		...signatures(),
		...(brief ? [] : await appendix(report))
	];
	const stamp = new Date(`${metadata.stamp.madeAt}Z`);
	const document: TDocumentDefinitions = {
		pageSize: 'A4',
		pageMargins: [40, 36, 40, 36],
		info: {
			title: report.title,
			author: metadata.units.map((unit) => unit.name).join('; '),
			subject: metadata.number,
			creator: 'Tepat',
			producer: 'Tepat',
			keywords: encodeMetadata(metadata),
			creationDate: stamp,
			modDate: stamp
		},
		content,
		defaultStyle: { font: 'Roboto', fontSize: 8.5, color: INK }
	};
	yield await draw(home, {
		document,
		chart: await chartOf(report),
		header: `${report.title} · ${metadata.number}`,
		footer: m.reporting_page({ page: '{page}', pages: '{pages}' })
	});
}

function draw(home: string, workerData: object): Promise<Uint8Array> {
	const script = join(home, 'src', 'lib', 'server', 'reporting', 'formats', 'draw-pdf.js');
	return new Promise((resolve, reject) => {
		const worker = new Worker(script, { workerData });
		worker.once('message', (bytes: Uint8Array) => {
			resolve(bytes);
			void worker.terminate();
		});
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)));
	});
}

function letterhead({ title, metadata, facts }: ReportContents): Content[] {
	const units = metadata.units.map((unit) => unit.name);
	const rows = facts.map(([name, value]) => [
		{ text: name, color: '#566' },
		{ text: value === null ? NONE : String(value) }
	]);
	return [
		{
			text: units.length === 0 || units.length > 3 ? 'Tepat' : units.join('\n'),
			fontSize: 13,
			bold: true,
			alignment: 'center'
		},
		{
			canvas: [
				{ type: 'line', x1: 0, y1: 6, x2: 515, y2: 6, lineWidth: 1.6, lineColor: INK },
				{ type: 'line', x1: 0, y1: 8.5, x2: 515, y2: 8.5, lineWidth: 0.5, lineColor: INK }
			]
		},
		{ text: title, fontSize: 14, bold: true, alignment: 'center', margin: [0, 14, 0, 10] },
		{ table: { widths: [110, '*'], body: rows }, layout: 'noBorders' }
	];
}

function figures({ summary }: ReportContents): Content {
	const cells = summary.map(([name, value]): TableCell => ({
		stack: [
			{ text: name, fontSize: 7.5, color: '#566' },
			{ text: shown(value, 'number'), fontSize: 12, bold: true }
		]
	}));
	const rows: TableCell[][] = [];
	for (let at = 0; at < cells.length; at += 5)
		rows.push([...cells.slice(at, at + 5), ...Array<TableCell>(5).fill('')].slice(0, 5));
	return {
		table: { widths: ['*', '*', '*', '*', '*'], body: rows },
		layout: 'lightHorizontalLines'
	};
}

async function overviews(report: ReportContents): Promise<Content[]> {
	const all: Content[] = [];
	for (const table of report.overviews) {
		const rows = await take(table, PDF_ROWS);
		if (rows.length === 0) continue;
		const shares =
			table.widths ?? table.columns.map(({ type }) => (type === 'text' ? ('*' as const) : 52));
		all.push(heading(table.title), grid(table.columns, rows, shares));
	}
	return all;
}

async function findings({ findings: table, metadata, paper }: ReportContents): Promise<Content[]> {
	const rows = await take(table, PDF_ROWS);
	const columns = paper.columns.flatMap(({ at }) => table.columns[at] ?? []);
	const body = rows.map((row) => paper.columns.map(({ at }) => row[at] ?? null));
	const { total } = metadata.figures;
	return [
		{ ...heading(table.title), pageBreak: 'before', pageOrientation: 'landscape' },
		...(total > PDF_ROWS ? [{ text: paper.cut(PDF_ROWS, total), italics: true }] : []),
		grid(
			columns,
			body,
			paper.columns.map(({ width }) => width)
		)
	];
}

async function appendix({ evidence }: ReportContents): Promise<Content[]> {
	const rows = await take(evidence, PDF_ROWS * 2);
	// A hash beside each row would be most of the paper: it stands once, with its file.
	const files = new Map(rows.map((row) => [`${row[4]} ${row[2]}`, row]));
	return [
		{ ...heading(evidence.title), pageBreak: 'before' },
		grid(
			[2, 4, 5].flatMap((at) => evidence.columns[at] ?? []),
			[...files.values()].map((row) => [row[2] ?? null, row[4] ?? null, row[5] ?? null]),
			['*', 40, 300]
		),
		{ text: ' ' },
		grid(
			evidence.columns.slice(0, 5),
			rows.map((row) => row.slice(0, 5)),
			[34, '*', '*', 50, 40]
		)
	];
}

function signatures(): Content[] {
	const block = (who: string): Content => ({
		stack: [
			m.reporting_sign(),
			who,
			{ text: ' ', margin: [0, 34, 0, 0] },
			m.reporting_sign_name(),
			m.reporting_sign_number()
		]
	});
	return [
		{
			columns: [block(m.reporting_sign_head()), block(m.reporting_sign_inspector())],
			margin: [0, 22, 0, 0],
			unbreakable: true
		} as Content
	];
}

function heading(text: string): ContentText {
	return { text, fontSize: 11, bold: true, margin: [0, 12, 0, 5], headlineLevel: 1 };
}

/** Long words break, headings repeat on each page, rows do not tear. */
function grid(
	columns: readonly ReportColumn[],
	rows: readonly ReportCell[][],
	widths: ('*' | number)[]
): Content {
	return {
		fontSize: 7,
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths,
			body: [
				columns.map(({ label }) => ({ text: label, bold: true, fillColor: '#e8edf3' })),
				...rows.map((row) =>
					columns.map(({ type }, at): TableCell => {
						const text = shown(row[at] ?? null, type);
						return type === 'number' ? { text, alignment: 'right' } : text;
					})
				)
			]
		},
		layout: 'lightHorizontalLines'
	};
}

/** A word longer than a column would be clipped: it may break after any 16 characters. */
function shown(value: ReportCell, type: ReportColumn['type']): string {
	if (value === null) return NONE;
	if (typeof value === 'number') return formatNumber(value, 2);
	if (type === 'date') return formatDate(value, { style: 'short' });
	return value
		.replaceAll('✓', '√')
		.replace(/\S{24,}/g, (word) => word.replace(/.{16}/gu, '$&\u200b'));
}

async function take(table: ReportTable, most: number): Promise<ReportCell[][]> {
	const rows: ReportCell[][] = [];
	for await (const chunk of table.rows()) {
		rows.push(...chunk.slice(0, most - rows.length));
		if (rows.length >= most) break;
	}
	return rows;
}

async function chartOf({ overviews: [table], paper: { chart } }: ReportContents) {
	if (!table || !chart) return null;
	const value = (row: ReportCell[]): number => Number(row[chart.at] ?? 0);
	const rows = (await take(table, 8)).filter((row) => value(row) > 0);
	if (rows.length === 0) return null;
	const name = (row: ReportCell[]): string => {
		const text = String(row[0]);
		return text.length > 46 ? `${text.slice(0, 45)}…` : text;
	};
	rows.reverse();
	return {
		...CHART,
		option: {
			animation: false,
			textStyle: { fontFamily: 'Roboto' },
			title: { text: chart.title, textStyle: { fontSize: 10, fontFamily: 'Roboto' } },
			grid: { left: 230, right: 40, top: 28, bottom: 6 },
			xAxis: { type: 'value', show: false },
			yAxis: {
				type: 'category',
				data: rows.map(name),
				axisTick: { show: false },
				axisLabel: { fontSize: 8, fontFamily: 'Roboto', color: INK }
			},
			series: [
				{
					type: 'bar',
					data: rows.map(value),
					itemStyle: { color: chart.colour },
					label: { show: true, position: 'right', fontSize: 8, fontFamily: 'Roboto' }
				}
			]
		}
	};
}
