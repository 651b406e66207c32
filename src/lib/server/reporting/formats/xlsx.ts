import { neutralise } from '$lib/domain/csv/neutralise';
import type { ColumnType } from '$lib/domain/csv/to-csv';
import { encodeMetadata } from '$lib/domain/reporting/report';
import { m } from '$lib/paraglide/messages';
import type { ReportCell, ReportContents, ReportTable } from '../contents';
import { writeZip, type ZipPart } from './zip';

/*
 * Written here and not with the library that reads workbooks: its writer that streams knows one sheet only, and the one
 * for several holds all of them in memory.
 */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Rows of a sheet, by the format. */
const MOST_ROWS = 1_048_576;
/** A cell holds no more characters. */
const LONGEST_CELL = 32_767;
const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of a workbook's dates. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The report as a workbook of several sheets, streamed: real numbers and dates, a frozen heading, filters. A table with
 * more rows than a sheet can hold goes on in another, `penyimpangan 2`.
 * @param most rows of a sheet with its heading, by the format
 */
export async function* writeXlsx(
	report: ReportContents,
	most: number = MOST_ROWS
): AsyncGenerator<Uint8Array> {
	yield* writeZip(partsOf(report, most));
}

/** How many sheets there are is known when they are written: what lists them comes last. */
async function* partsOf(report: ReportContents, most: number): AsyncGenerator<ZipPart> {
	const tables: ReportTable[] = [
		pairs(m.reporting_sheet_summary(), [
			...(report.lead === undefined
				? []
				: ([[m.reporting_lead_title(), report.lead]] as [string, ReportCell][])),
			...report.summary
		]),
		...report.overviews,
		report.findings,
		report.evidence,
		report.coverage,
		pairs(m.reporting_sheet_metadata(), [
			...report.facts,
			...report.overviews.flatMap(({ title, note }): [string, ReportCell][] =>
				note === undefined ? [] : [[title, note]]
			),
			[m.reporting_seal(), seal(report)]
		])
	];
	const names: string[] = [];
	yield plain('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
	for (const table of tables) {
		const parts = rowsOf(table);
		let waiting: string[] = [];
		const more = async (): Promise<boolean> => {
			while (waiting.length === 0) {
				const { value, done } = await parts.next();
				if (done) return false;
				waiting = value;
			}
			return true;
		};
		for (let sheet = 1; sheet === 1 || (await more()); sheet++) {
			names.push(sheetName(table.name, sheet));
			const content = async function* (): AsyncGenerator<string> {
				yield headOf(table);
				let count = 1;
				while (count < most && (await more())) {
					const rows = waiting.splice(0, most - count);
					count += rows.length;
					yield rows.join('');
				}
				yield footOf(table, count);
			};
			yield { name: `xl/worksheets/sheet${names.length}.xml`, content };
		}
	}
	yield plain('xl/styles.xml', STYLES);
	yield plain('xl/workbook.xml', workbook(names));
	yield plain(
		'xl/_rels/workbook.xml.rels',
		relations([
			...names.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
			['styles', 'styles.xml']
		])
	);
	yield plain('[Content_Types].xml', contentTypes(names.length));
	yield plain('customXml/tepat.xml', `${HEAD}<tepat>${encodeMetadata(report.metadata)}</tepat>`);
}

/** Heading bold; dates and times by their own formats. */
const STYLES =
	`${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
	'<fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts>' +
	'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>' +
	'<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
	'<cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>';

function headOf({ columns }: ReportTable): string {
	return (
		`${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>` +
		columns
			.map(
				({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
			)
			.join('') +
		'</cols><sheetData><row>' +
		columns.map(({ label }) => textCell(label, ' s="1"')).join('') +
		'</row>'
	);
}

/** @param count rows of the sheet, with the heading */
function footOf({ columns }: ReportTable, count: number): string {
	return `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${count}"/></worksheet>`;
}

async function* rowsOf({ columns, rows }: ReportTable): AsyncGenerator<string[], undefined> {
	const types = columns.map(({ type }) => type);
	for await (const chunk of rows())
		yield chunk.map((row) => {
			let xml = '<row>';
			for (let at = 0; at < types.length; at++) xml += cell(row[at] ?? null, types[at] ?? 'text');
			return `${xml}</row>`;
		});
	return undefined;
}

function cell(value: ReportCell, type: ColumnType): string {
	if (value === null || value === '') return '<c/>';
	if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>';
	if (type === 'date') {
		const at = Date.parse(
			`${value.length === 10 ? `${value}T00:00:00` : value.replace(' ', 'T')}Z`
		);
		if (!Number.isNaN(at))
			return `<c s="${value.length === 10 ? 2 : 3}"><v>${(at - EPOCH) / DAY_MILLISECONDS}</v></c>`;
	}
	return textCell(value, '');
}

function textCell(text: string, style: string): string {
	return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escape(neutralise(text).slice(0, LONGEST_CELL))}</t></is></c>`;
}

/** What XML 1.0 does not allow is left out, lone halves of characters too. */
function escape(text: string): string {
	// eslint-disable-next-line no-control-regex -- looked for, to be left out
	if (!/[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
	return (
		text
			.toWellFormed()
			// eslint-disable-next-line no-control-regex -- they are what is to go
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('\r', '&#13;')
	);
}

function pairs(name: string, rows: [string, ReportCell][]): ReportTable {
	return {
		name,
		title: name,
		columns: [
			{ label: m.reporting_figure(), type: 'text', width: 44 },
			{ label: m.reporting_value(), type: 'text', width: 60 }
		],
		rows: () => [rows]
	};
}

function plain(name: string, text: string): ZipPart {
	return { name, content: () => [text] };
}

function contentTypes(sheets: number): string {
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const parts = Array.from(
		{ length: sheets },
		(_, at) =>
			`<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`
	).join('');
	return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts}</Types>`;
}

function relations(targets: [type: string, target: string][]): string {
	const rows = targets.map(
		([type, target], at) =>
			`<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`
	);
	return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

/** Names of sheets have at most 31 characters and none of []:*?/\ in them. */
function sheetName(name: string, part: number): string {
	const plainName = name.replace(/[[\]:*?/\\]/g, ' ');
	return part === 1 ? plainName.slice(0, 31) : `${plainName.slice(0, 27)} ${part}`;
}

function workbook(names: readonly string[]): string {
	const rows = names.map(
		(name, at) =>
			`<sheet name="${escape(name).replaceAll('"', '&quot;')}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${rows.join('')}</sheets></workbook>`;
}

function letters(at: number): string {
	return at < 26
		? String.fromCharCode(65 + at)
		: letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
}

/** Half a seal opens nothing: one that no cell can hold stands in its own part of the archive only. */
function seal(report: ReportContents): string {
	const whole = encodeMetadata(report.metadata);
	return whole.length > LONGEST_CELL ? '' : whole;
}
