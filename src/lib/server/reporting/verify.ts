import { createHash } from 'node:crypto';
import { fromBuffer } from 'yauzl';
import { readXlsx } from 'hucre/xlsx';
import {
	compareFigures,
	decodeMetadata,
	REPORT_LAYOUTS,
	SUPPLIER_LAYOUT,
	type FigureDifference,
	type ReportFormat,
	type ReportMetadata
} from '$lib/domain/reporting/report';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { makeReport } from './make-report';

/** What became of a report: the same bytes come out, or its figures stand, or they do not. */
export interface Verification {
	number: string;
	outcome: 'same' | 'stands' | 'changed';
	differences: FigureDifference[];
	madeAt: string;
	madeBy: string;
}

/** A seal within a file stands at its beginning or end, or as a part of its own. */
const PART = 'customXml/tepat.xml';

/**
 * Makes a report again from the metadata in its file, with the data of now, and compares the two.
 * @throws UserError `report_unreadable`; as makeReport
 */
export async function verifyReport(store: Store, file: Buffer): Promise<Verification> {
	const format = formatOf(file);
	const metadata = await readMetadata(file, format);
	const layouts: readonly string[] = [...REPORT_LAYOUTS, SUPPLIER_LAYOUT];
	if (!metadata || !layouts.includes(metadata.request.layout))
		throw new UserError('report_unreadable');
	const again = await makeReport(store, metadata.request, format, metadata.stamp);
	const differences = compareFigures(metadata.figures, again.metadata.figures);
	const { number, stamp } = metadata;
	const answer = { number, differences, madeAt: stamp.madeAt, madeBy: stamp.madeBy };
	if (differences.length > 0) return { ...answer, outcome: 'changed' };
	const hash = createHash('sha256');
	for await (const bytes of again.bytes) hash.update(bytes);
	const same = hash.digest('hex') === createHash('sha256').update(file).digest('hex');
	return { ...answer, outcome: same ? 'same' : 'stands' };
}

function formatOf(file: Buffer): ReportFormat {
	const start = file.subarray(0, 8).toString('latin1');
	if (start.startsWith('%PDF')) return 'pdf';
	if (start.startsWith('PK')) return 'xlsx';
	if (start.startsWith('PAR1')) return 'parquet';
	return start.startsWith('{') ? 'json' : 'csv';
}

async function readMetadata(
	file: Buffer,
	format: ReportFormat
): Promise<ReportMetadata | undefined> {
	if (format !== 'xlsx') return decodeMetadata(file.toString('latin1'));
	try {
		const sealed = await readPart(file, PART);
		if (sealed !== undefined) return decodeMetadata(sealed);
		// Saved again by another program, which keeps the sheets and drops what it does not know.
		const { sheets } = await readXlsx(file);
		return decodeMetadata(JSON.stringify(sheets.at(-1)?.rows ?? ''));
	} catch {
		return undefined;
	}
}

const LONGEST_PART = 8 * 1024 ** 2;

/** The text of one file of an archive; undefined where it is not in it. */
function readPart(archive: Buffer, name: string): Promise<string | undefined> {
	return new Promise((resolve, reject) => {
		fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
			if (error) return reject(error);
			zip.on('error', reject);
			zip.on('end', () => resolve(undefined));
			zip.on('entry', (entry: { fileName: string; uncompressedSize: number }) => {
				if (entry.fileName !== name || entry.uncompressedSize > LONGEST_PART) {
					zip.readEntry();
					return;
				}
				zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (fault, stream) => {
					if (fault) return reject(fault);
					const parts: Buffer[] = [];
					stream.on('data', (part: Buffer) => parts.push(part));
					stream.on('error', reject);
					stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
				});
			});
			zip.readEntry();
		});
	});
}
