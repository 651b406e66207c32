import type { ReportContents, ReportTable } from '../contents';
import { encodeMetadata } from '$lib/domain/reporting/report';

/** The report as one JSON document: metadata, figures and tables, each row a list in the order of its columns. */
export async function* writeJson(report: ReportContents): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	const { metadata, lead, summary, overviews, findings, evidence, coverage } = report;
	yield encoder.encode(
		`{"seal":${JSON.stringify(encodeMetadata(metadata))},"metadata":${JSON.stringify(metadata)},` +
			`${lead === undefined ? '' : `"lead":${JSON.stringify(lead)},`}"summary":${JSON.stringify(Object.fromEntries(summary))}`
	);
	for (const [key, table] of [
		...overviews.map((table, at) => [`overview${at + 1}`, table] as const),
		['findings', findings] as const,
		['evidence', evidence] as const,
		['coverage', coverage] as const
	])
		for await (const part of writeTable(key, table)) yield encoder.encode(part);
	yield encoder.encode('}\n');
}

async function* writeTable(key: string, table: ReportTable): AsyncGenerator<string> {
	const columns = table.columns.map(({ label, type }) => ({ label, type }));
	const note = table.note === undefined ? '' : `"note":${JSON.stringify(table.note)},`;
	yield `,${JSON.stringify(key)}:{"title":${JSON.stringify(table.title)},${note}"columns":${JSON.stringify(columns)},"rows":[`;
	let first = true;
	for await (const chunk of table.rows()) {
		if (chunk.length === 0) continue;
		yield (first ? '' : ',\n') + chunk.map((row) => JSON.stringify(row)).join(',\n');
		first = false;
	}
	yield ']}';
}
