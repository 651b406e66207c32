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
import { compareFiles, type CellDifference } from './compare-files';
import { makeReport } from './make-report';

/**
 * What became of a report. `same`: the same bytes come out. `stands`: its figures do, its file is another; only the
 * follow-up went on, or another program saved it. `altered`: it says what the same data never said. `changed`: data, SOP
 * or calendar are others now. `foreign`: nothing that it rests on was ever imported here.
 */
export type Outcome = 'same' | 'stands' | 'altered' | 'changed' | 'foreign';

/** Why figures are others now, as far as it can be told. */
export type Cause = 'import_gone' | 'import_new' | 'sop' | 'calendar' | 'other';

export interface Verification {
	number: string;
	outcome: Outcome;
	differences: FigureDifference[];
	/** Cells that are not as they are made from the same data. */
	cells: CellDifference[];
	/** Of figures that changed. */
	causes: Cause[];
	madeAt: string;
	madeBy: string;
}

/** Larger reports are told apart as a whole; reading both of them cell by cell would take too much memory. */
const MOST_COMPARED = 20_000;
/** Counts of the findings that the fingerprint speaks for; provisional deviations are not among them. */
const COUNTS = ['total', 'open', 'excused', 'ringan', 'sedang', 'berat'] as const;

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
	const { number, stamp } = metadata;
	const answer = { number, madeAt: stamp.madeAt, madeBy: stamp.madeBy };
	const nothing = { differences: [], cells: [], causes: [] };
	if (await isForeign(store, metadata)) return { ...answer, ...nothing, outcome: 'foreign' };
	const again = await makeReport(store, metadata.request, format, stamp);
	const differences = compareFigures(metadata.figures, again.metadata.figures);
	if (differences.length > 0) {
		const altered = contradicts(metadata, again.metadata);
		const causes = altered ? [] : causesOf(metadata, again.metadata);
		const outcome = altered ? 'altered' : 'changed';
		return { ...answer, differences, cells: [], causes, outcome };
	}
	const small = metadata.figures.total <= MOST_COMPARED;
	const parts: Uint8Array[] = [];
	const hash = createHash('sha256');
	for await (const bytes of again.bytes) {
		hash.update(bytes);
		if (small) parts.push(bytes);
	}
	if (hash.digest('hex') === createHash('sha256').update(file).digest('hex'))
		return { ...answer, ...nothing, outcome: 'same' };
	const cells = small ? ((await compareFiles(format, file, Buffer.concat(parts))) ?? []) : [];
	const outcome = cells.some(({ follow }) => !follow) ? 'altered' : 'stands';
	return { ...answer, differences, cells, causes: [], outcome };
}

/** Whether none of the imports that a report names ever was in what the reader sees. */
async function isForeign(store: Store, { imports }: ReportMetadata): Promise<boolean> {
	if (imports.length === 0) return false;
	const rows = await store.all('reporting/known_imports');
	const known = new Set(rows.map((row) => `${row.import} ${row.imported_at}`));
	return !imports.some((one) => known.has(`${one.import} ${one.importedAt}`));
}

/** The hash over all deviations is that of now, a count of the same deviations is not: no data ever said so. */
function contradicts(then: ReportMetadata, now: ReportMetadata): boolean {
	const [before, after] = [
		new Map(Object.entries(then.figures)),
		new Map(Object.entries(now.figures))
	];
	return (
		before.get('fingerprint') === after.get('fingerprint') &&
		COUNTS.some((name) => before.get(name) !== after.get(name))
	);
}

function causesOf(then: ReportMetadata, now: ReportMetadata): Cause[] {
	const files = ({ imports }: ReportMetadata) =>
		new Set(imports.map(({ import: number, sha256 }) => `${number} ${sha256}`));
	const [before, after] = [files(then), files(now)];
	const hashes = ({ sops }: ReportMetadata) => sops.map(({ hash }) => hash).join();
	const calendars = ({ units }: ReportMetadata) =>
		units.map(({ code, calendarHash }) => `${code} ${calendarHash}`).join();
	const causes: Cause[] = [];
	if ([...before].some((file) => !after.has(file))) causes.push('import_gone');
	if ([...after].some((file) => !before.has(file))) causes.push('import_new');
	if (hashes(then) !== hashes(now)) causes.push('sop');
	if (calendars(then) !== calendars(now)) causes.push('calendar');
	return causes.length > 0 ? causes : ['other'];
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
