import { createHash } from 'node:crypto';
import { fromBuffer } from 'yauzl';
import { readXlsx } from 'hucre/xlsx';
import {
	compareFigures,
	decodeMetadata,
	REPORT_VERSION,
	type FigureDifference,
	type ReportFormat,
	type ReportMetadata
} from '$lib/domain/reporting/report';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store } from '../../database/store';
import { compareFiles, type CellDifference } from './compare-files';
import { makeReport, type MadeReport } from '../make-report';
import { findRecorded, type RecordedReport } from './record';

/**
 * What became of a report. `same`: the same bytes come out. `stands`: its figures do, and what it says; its bytes are others,
 * as where another program saved it or names changed since. `altered`: it says what the same data never said. `differs`: its
 * content is not the one that is made again, and the format does not tell where. `unproven`: its figures stand, but what they
 * rest on is not what it was, so that nobody can tell whether its content was altered. `changed`: data, SOP or calendar are
 * others now. `foreign`: nothing that it rests on was ever imported here.
 */
export type Outcome =
	'same' | 'stands' | 'altered' | 'differs' | 'unproven' | 'changed' | 'foreign';

/**
 * What the record says about who made a report and when. `recorded`: these bytes were made by whom and when the file says.
 * `saved`: such a report was, and another program saved it. `other`: the report of this number was of other bytes.
 * `unknown`: the record has none of this number, as of one that was made before there was one.
 */
export type Origin = 'recorded' | 'saved' | 'other' | 'unknown';

/** Why figures are others now, as far as it can be told. */
export type Cause = 'import_gone' | 'import_new' | 'sop' | 'calendar' | 'version' | 'other';

export interface Verification {
	number: string;
	/** Of what the report is: its figures are of the same names. */
	kind: ReportMetadata['kind'];
	outcome: Outcome;
	origin: Origin;
	differences: FigureDifference[];
	/** Cells that are not as they are made from the same data. */
	cells: CellDifference[];
	/** Of what changed. */
	causes: Cause[];
	/** As the file says. */
	madeAt: string;
	madeBy: string;
}

/** Sheets of larger reports are not read cell by cell: both of them would take too much memory. */
const MOST_COMPARED = 20_000;
/** Counts of the findings that the fingerprint speaks for; provisional deviations are not among them. */
const COUNTS = ['total', 'open', 'excused', 'ringan', 'sedang', 'berat'] as const;

/** A seal within a file stands at its beginning or end, or as a part of its own. */
const PART = 'customXml/tepat.xml';

type Finding = Pick<Verification, 'outcome'> & Partial<Verification>;

/**
 * Makes a report again from the metadata in its file, with the data of now, and compares the two to the last byte; who
 * made it and when is what the record says.
 * @param store what the reader sees: the report is made again of it
 * @param record the whole store, whose record knows every report
 * @throws UserError `report_unreadable`; as makeReport
 */
export async function verifyReport(
	store: Store,
	file: Buffer,
	record: Reading = store
): Promise<Verification> {
	const format = formatOf(file);
	const metadata = await readMetadata(file, format);
	if (!metadata) throw new UserError('report_unreadable');
	const { number, stamp } = metadata;
	const recorded = (await findRecorded(record, number)).filter((one) => one.format === format);
	const hash = createHash('sha256').update(file).digest('hex');
	const known = recorded.some((one) => one.sha256 === hash);
	const found = await judge(store, { file, hash, format, metadata, known });
	const origin = originOf(recorded, metadata, { known, outcome: found.outcome });
	return {
		...{ number, kind: metadata.kind },
		...{ madeAt: stamp.madeAt, madeBy: stamp.madeBy, origin },
		...{ differences: [], cells: [], causes: [] },
		...found,
		// The same content under another maker's name or time is made up as well.
		outcome:
			origin === 'other' && (found.outcome === 'same' || found.outcome === 'stands')
				? 'altered'
				: found.outcome
	};
}

function originOf(
	recorded: readonly RecordedReport[],
	{ stamp }: ReportMetadata,
	file: { known: boolean; outcome: Outcome }
): Origin {
	if (file.known) return 'recorded';
	if (recorded.length === 0) return 'unknown';
	const claimed = recorded.some(
		(one) => one.madeBy === stamp.madeBy && one.madeAt === stamp.madeAt
	);
	return file.outcome === 'stands' && claimed ? 'saved' : 'other';
}

async function judge(
	store: Store,
	given: {
		file: Buffer;
		hash: string;
		format: ReportFormat;
		metadata: ReportMetadata;
		known: boolean;
	}
): Promise<Finding> {
	const { file, hash, format, metadata, known } = given;
	if (await isForeign(store, metadata)) return { outcome: 'foreign' };
	const again = await makeReport(store, metadata.request, format, metadata.stamp);
	const differences = compareFigures(metadata.figures, again.metadata.figures);
	if (differences.length > 0)
		return !known && contradicts(metadata, again.metadata)
			? { outcome: 'altered', differences }
			: { outcome: 'changed', differences, causes: causesOf(metadata, again.metadata) };
	const sheets = format === 'json' || format === 'xlsx';
	const small = sheets && again.metadata.figures.total <= MOST_COMPARED;
	const made = await readMade(again, small || format === 'csv');
	if (made.hash === hash) return { outcome: 'same' };
	if (metadata.version !== REPORT_VERSION)
		return { outcome: known ? 'stands' : 'unproven', causes: ['version'] };
	const changed = inputsChanged(metadata, again.metadata);
	const causes = changed ? causesOf(metadata, again.metadata) : [];
	if (known) return { outcome: 'stands', causes };
	const cells = made.content && (await compare(format, file, made.content, changed));
	if (changed)
		return cells?.length === 0
			? { outcome: 'stands', causes }
			: { outcome: 'unproven', causes, cells: cells ?? [] };
	if (JSON.stringify(metadata) !== JSON.stringify(again.metadata))
		return { outcome: 'altered', cells: cells ?? [] };
	if (!cells) return { outcome: 'differs' };
	return { outcome: cells.length > 0 ? 'altered' : 'stands', cells };
}

async function readMade(
	{ bytes }: MadeReport,
	whole: boolean
): Promise<{ hash: string; content: Buffer | null }> {
	const parts: Uint8Array[] = [];
	const hash = createHash('sha256');
	for await (const part of bytes) {
		hash.update(part);
		if (whole) parts.push(part);
	}
	return { hash: hash.digest('hex'), content: whole ? Buffer.concat(parts) : null };
}

/** A file that cannot be read is none that the product wrote, whatever metadata stands in it. */
async function compare(
	format: ReportFormat,
	file: Buffer,
	again: Buffer,
	changed: boolean
): Promise<CellDifference[] | null> {
	try {
		return await compareFiles(format, file, again, { statements: !changed });
	} catch (cause) {
		throw new UserError('report_unreadable', {}, cause);
	}
}

/** Whether a report now states other inputs about itself than it did, its figures aside. */
function inputsChanged(then: ReportMetadata, now: ReportMetadata): boolean {
	const inputs = ({ units, sops, imports, dataDate }: ReportMetadata) =>
		JSON.stringify([units, sops, imports, dataDate]);
	return inputs(then) !== inputs(now);
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
