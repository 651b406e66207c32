import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { encodeMetadata } from '$lib/domain/reporting/report';
import { formatNumber } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { ReportCell, ReportContents, ReportTable } from '../contents';
import type { ReportWatch } from '../progress';
import { bars, figures, grid, INK, LANDSCAPE, letterhead, PORTRAIT, signatures } from './pdf-parts';

/** More rows than this nobody reads on paper; what is left out is said, and stands in the other formats. */
export const PDF_ROWS = 5_000;
const PDF_EVIDENCE = 10_000;
const BARS = 8;

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
	const { at, title, colour } = paper.chart;
	const rows = (await take(table, BARS))
		.map((row) => ({ name: String(row[0]), value: Number(row[at] ?? 0) }))
		.filter(({ value }) => value > 0);
	return bars(title, rows, colour);
}

async function overviews(report: ReportContents, room: number): Promise<Content[]> {
	const all: Content[] = [];
	for (const table of report.overviews) {
		const rows = await take(table, PDF_ROWS);
		if (rows.length === 0) continue;
		const widths =
			table.widths ?? table.columns.map(({ type }) => (type === 'text' ? ('*' as const) : 54));
		all.push(grid(table.title, table.columns, rows, widths, room, table.note));
	}
	return all;
}

async function findings({ findings: table, metadata, paper }: ReportContents): Promise<Content[]> {
	const rows = await take(table, PDF_ROWS);
	const columns = paper.columns.flatMap(({ at }) => table.columns[at] ?? []);
	const body = rows.map((row) => paper.columns.map(({ at }) => row[at] ?? null));
	const widths = paper.columns.map(({ width }) => width);
	const { total } = metadata.figures;
	const cut = total > PDF_ROWS ? paper.cut(PDF_ROWS, total) : '';
	return [
		{ text: cut, italics: true, pageBreak: 'before', pageOrientation: 'landscape' },
		grid(table.title, columns, body, widths, LANDSCAPE)
	];
}

async function appendix({ evidence }: ReportContents): Promise<Content[]> {
	const found = await take(evidence, PDF_EVIDENCE + 1);
	const rows = found.slice(0, PDF_EVIDENCE);
	const cut =
		found.length > PDF_EVIDENCE
			? m.reporting_pdf_evidence_cut({ most: formatNumber(PDF_EVIDENCE) })
			: '';
	// A hash beside each row would be most of the paper: it stands once, with its file.
	const files = new Map(rows.map((row) => [`${row[4]} ${row[2]}`, row]));
	const columns = (...places: number[]) => places.flatMap((at) => evidence.columns[at] ?? []);
	const sources = [...files.values()].map((row) => [2, 4, 5].map((at) => row[at] ?? null));
	const lines = rows.map((row) => row.slice(0, 5));
	return [
		{ text: cut, italics: true, pageBreak: 'before', pageOrientation: 'portrait' },
		grid(evidence.title, columns(2, 4, 5), sources, ['*', 40, 250], PORTRAIT),
		{ text: ' ' },
		grid(null, columns(0, 1, 2, 3, 4), lines, [30, '*', '*', 44, 36], PORTRAIT)
	];
}

async function take(table: ReportTable, most: number): Promise<ReportCell[][]> {
	const rows: ReportCell[][] = [];
	for await (const chunk of table.rows()) {
		rows.push(...chunk.slice(0, most - rows.length));
		if (rows.length >= most) break;
	}
	return rows;
}
