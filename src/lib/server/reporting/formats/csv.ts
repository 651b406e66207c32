import { csvCell } from '$lib/domain/csv/to-csv';
import { encodeMetadata } from '$lib/domain/reporting/report';
import type { ReportContents } from '../contents';

/** The findings as CSV (RFC 4180), written row by row; the last line carries the metadata as a comment. */
export async function* writeCsv(report: ReportContents): AsyncGenerator<Uint8Array> {
	const { columns, rows } = report.findings;
	const encoder = new TextEncoder();
	yield encoder.encode(`\uFEFF${columns.map(({ label }) => csvCell(label, 'text')).join(',')}\r\n`);
	for await (const chunk of rows()) {
		let lines = '';
		for (const row of chunk)
			lines += `${columns.map(({ type }, at) => csvCell(row[at], type)).join(',')}\r\n`;
		yield encoder.encode(lines);
	}
	yield encoder.encode(`#${encodeMetadata(report.metadata)}\r\n`);
}
