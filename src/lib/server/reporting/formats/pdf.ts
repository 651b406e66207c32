import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { encodeMetadata } from '$lib/domain/reporting/report';
import { formatNumber } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import {
	localTime,
	type ReportCell,
	type ReportColumn,
	type ReportContents,
	type ReportTable
} from '../contents';
import type { ReportWatch } from '../progress';
import { bars, figures, grid, INK, LANDSCAPE, letterhead, PORTRAIT, signatures } from './pdf-parts';

/** More rows than this nobody reads on paper; what is left out is said, and stands in the other formats. */
export const PDF_ROWS = 5_000;
const PDF_EVIDENCE = 10_000;

/**
 * The report on paper (A4): letterhead, figures with a chart, the tables, a place to sign, and the rows as an appendix.
 * Text stays text, so that it can be searched.
 * @param home the project's root, where the drawing thread lies
 * @param watch hears of the pages; its signal ends the thread
 */
export async function* writePdf(
	report: ReportContents,
	home: string,
	watch?: ReportWatch
): AsyncGenerator<Uint8Array> {
	const { metadata } = report;
	const { layout } = metadata.request;
	const brief = layout === 'summary' || layout === 'monitoring';
	// The form of the regulation has seven columns, of which people fill in two.
	const wide = layout === 'monitoring';
	const room = wide ? LANDSCAPE : PORTRAIT;
	const content: Content[] = [
		...letterhead(report, room),
		...(report.lead === undefined
			? []
			: [{ text: report.lead, fontSize: 9, margin: [0, 6, 0, 0] } satisfies Content]),
		// The head's summary is held to one page.
		...figures(report, room, layout === 'summary' ? 6 : 5),
		...(await chart(report)),
		...(await overviews(report, room)),
		...(brief ? [] : await findings(report)),
		...signatures(),
		...(brief ? [] : await appendix(report))
	];
	const stamp = new Date(`${metadata.stamp.madeAt}Z`);
	const document: TDocumentDefinitions = {
		pageSize: 'A4',
		pageOrientation: wide ? 'landscape' : 'portrait',
		pageMargins: layout === 'summary' ? [40, 24, 40, 28] : [40, 36, 40, 36],
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
	watch?.onProgress({ phase: 'pages', done: 0, total: null });
	watch?.signal.throwIfAborted();
	const drawing = {
		document,
		header: `${report.title} · ${metadata.number}`,
		footer: m.reporting_page({ page: '{page}', pages: '{pages}' })
	};
	yield await draw(home, drawing, watch);
}

type Drawn = Uint8Array | { page: number; pages: number };

function draw(home: string, drawing: object, watch?: ReportWatch): Promise<Uint8Array> {
	const script = join(home, 'src', 'lib', 'server', 'reporting', 'formats', 'draw-pdf.js');
	return new Promise((resolve, reject) => {
		const worker = new Worker(script, { workerData: drawing });
		const giveUp = (): void => void worker.terminate();
		watch?.signal.addEventListener('abort', giveUp, { once: true });
		worker.on('message', (drawn: Drawn) => {
			if (drawn instanceof Uint8Array) {
				resolve(drawn);
				void worker.terminate();
			} else watch?.onProgress({ phase: 'pages', done: drawn.page, total: drawn.pages });
		});
		worker.once('error', reject);
		worker.once('exit', (code) => {
			watch?.signal.removeEventListener('abort', giveUp);
			reject(new Error(`the drawing thread ended with ${code}`));
		});
	});
}

async function chart({ overviews: [table], paper }: ReportContents): Promise<Content[]> {
	if (!table || !paper.chart) return [];
	const { at, title, colour, most, left } = paper.chart;
	const rows = (await take(table, PDF_ROWS))
		.map((row) => ({ name: String(row[0]), value: Number(row[at] ?? 0) }))
		.filter(({ value }) => value > 0);
	const rest = rows.slice(most);
	const value = rest.reduce((sum, row) => sum + row.value, 0);
	const more = left && rest.length > 0 ? [{ name: left(rest.length), value }] : [];
	return bars(title, [...rows.slice(0, most), ...more], colour);
}

async function overviews(report: ReportContents, room: number): Promise<Content[]> {
	const all: Content[] = [];
	for (const table of report.overviews) {
		const rows = await take(table, PDF_ROWS);
		if (rows.length === 0) continue;
		const widths =
			table.widths ?? table.columns.map(({ type }) => (type === 'text' ? ('*' as const) : 50));
		all.push(grid(table.title, table.columns, rows, widths, room, table.note));
	}
	return all;
}

async function findings({ findings: table, metadata, paper }: ReportContents): Promise<Content[]> {
	const rows = await take(table, PDF_ROWS);
	if (rows.length === 0)
		return [
			{ text: table.title, fontSize: 10.5, bold: true, margin: [0, 10, 0, 4] },
			{ text: m.reporting_findings_none() }
		];
	const columns = paper.columns.map(({ at }): ReportColumn => {
		const places = [at].flat().flatMap((place) => table.columns[place] ?? []);
		const [only] = places;
		return only && places.length === 1
			? only
			: { label: places.map(({ label }) => label).join(' / '), type: 'text', width: 0 };
	});
	const body = rows.map((row) =>
		paper.columns.map(({ at }) => (typeof at === 'number' ? (row[at] ?? null) : stacked(at, row)))
	);
	function stacked(places: readonly number[], row: readonly ReportCell[]): string {
		return places
			.map((place) => ({ value: row[place] ?? null, time: table.columns[place]?.time }))
			.map(({ value, time }) => (time ? localTime(value as string | null) : String(value ?? '')))
			.filter(Boolean)
			.join('\n');
	}
	const widths = paper.columns.map(({ width }) => width);
	const { total } = metadata.figures;
	const cut = total > PDF_ROWS ? paper.cut(PDF_ROWS, total) : '';
	return [
		{ text: cut, italics: true, pageBreak: 'before', pageOrientation: 'landscape' },
		grid(table.title, columns, body, widths, LANDSCAPE)
	];
}

async function appendix({ evidence, paper }: ReportContents): Promise<Content[]> {
	const table = paper.evidence ?? evidence;
	const found = await take(table, PDF_EVIDENCE + 1);
	if (found.length === 0) return [];
	const rows = found.slice(0, PDF_EVIDENCE);
	const cut =
		found.length > PDF_EVIDENCE
			? m.reporting_pdf_evidence_cut({ most: formatNumber(PDF_EVIDENCE) })
			: '';
	// A hash beside each row would be most of the paper: it stands once, with its file.
	const files = new Map(rows.map((row) => [`${row[4]} ${row[2]}`, row]));
	const columns = (...places: number[]) => places.flatMap((at) => table.columns[at] ?? []);
	const sources = [...files.values()].map((row) => [2, 4, 5].map((at) => row[at] ?? null));
	const contents = paper.evidence !== undefined;
	const heads = columns(0, 1, 2, 3, 4, ...(contents ? [6] : [])).map((column, at) =>
		at === 3 ? { ...column, type: 'text' as const } : column
	);
	const widths = contents
		? ([26, 80, 96, 40, 30, '*'] as const)
		: ([30, '*', '*', 44, 36] as const);
	return [
		{ text: cut, italics: true, pageBreak: 'before', pageOrientation: 'portrait' },
		grid(table.title, columns(2, 4, 5), sources, ['*', 40, 250], PORTRAIT),
		{ text: ' ' },
		grid(null, heads, rangesOf(rows, contents), widths, PORTRAIT)
	];
}

/** More rows of one finding stand in several ranges: a row of paper does not tear. */
const LONGEST_RANGE = 12;

/** Rows that follow each other in a file, for one finding, as one line: from which row to which, and what they say. */
function rangesOf(rows: readonly ReportCell[][], contents: boolean): ReportCell[][] {
	const ranges: { row: ReportCell[]; from: number; to: number; said: Set<string> }[] = [];
	for (const row of rows) {
		const last = ranges.at(-1);
		const record = Number(row[3]);
		const same = last && [0, 1, 2, 4].every((at) => last.row[at] === row[at]);
		if (last && same && record === last.to + 1 && record - last.from < LONGEST_RANGE)
			last.to = record;
		else ranges.push({ row, from: record, to: record, said: new Set() });
		if (typeof row[6] === 'string') ranges.at(-1)?.said.add(row[6]);
	}
	return ranges.map(({ row, from, to, said }) => [
		...row.slice(0, 3),
		from === to ? String(from) : `${from}–${to}`,
		row[4] ?? null,
		...(contents ? [[...said].join('\n')] : [])
	]);
}

async function take(table: ReportTable, most: number): Promise<ReportCell[][]> {
	const rows: ReportCell[][] = [];
	for await (const chunk of table.rows()) {
		rows.push(...chunk.slice(0, most - rows.length));
		if (rows.length >= most) break;
	}
	return rows;
}
