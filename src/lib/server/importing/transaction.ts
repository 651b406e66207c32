import type { Field } from '$lib/domain/importing/fields';
import { makePlan } from '$lib/domain/importing/plan';
import { keepsRepeats } from '$lib/domain/importing/profile';
import { parseTimeFormats } from '$lib/domain/importing/time-format';
import type { Transaction } from '../database/store';
import { declareDocuments } from '../pipeline/documents';
import { findShownActivities } from '../pipeline/flow';
import { measureCases } from '../pipeline/rebuild';
import { storeCases } from '../pipeline/store-cases';
import { chooseProfile } from './choose-profile';
import { encode } from './encode';
import { prepareImport } from './prepare';
import type { NewProcess } from './process';
import { findProcess } from './process';
import type { Profiles } from './profiles';
import { loadProfiles } from './profiles';
import { readHeader, readRecords } from './read-file';
import type { SavedProfile } from './saved-profiles';
import { listSavedProfiles } from './saved-profiles';
import type { Reading, Repeat } from './results';
import { groupRejects, readingResult, repeatResult } from './results';
import type { Counts } from './settle';
import { addEvidence, settleEvents } from './settle';
import type { StagedFile } from './staging/stage-file';
import { hasDetails, typeRows } from './type-rows';
import type {
	CheckResult,
	FileReading,
	FileResult,
	ImportOptions,
	ImportProgress,
	RejectGroup
} from './types';

/** The office of rows that name none. */
const unnamedUnit = 'default';

interface Running {
	options: ImportOptions;
	profiles: Profiles;
	saved: readonly SavedProfile[];
	report: (progress: ImportProgress) => void;
	/** Processes that the store does not have yet. */
	added: NewProcess[];
}

/** A staged file and how it is read. */
export interface FileToRead extends StagedFile {
	reading: FileReading;
}

/** What is to be stored of files that were read; the rest waits in temporary tables. */
export interface Draft {
	result: CheckResult;
	number: number;
	readings: { reading: Reading; result: FileResult }[];
	processes: NewProcess[];
	counts: Counts;
	started: number;
}

/**
 * Reads staged files, in their order, and works out what they add to the store, into temporary tables.
 * @param commit false: only what is needed to say what would become of the files
 */
export async function draftImport(
	tx: Transaction,
	{ options, report }: Pick<Running, 'options' | 'report'>,
	files: readonly FileToRead[],
	commit: boolean
): Promise<Draft> {
	const started = performance.now();
	await prepareImport(tx);
	const next = await tx.get('importing/settle/next_numbers');
	const number = next?.import ?? 1;
	const running = {
		options,
		report,
		profiles: loadProfiles(options.store.home),
		saved: await listSavedProfiles(tx),
		added: []
	};
	const readings: Reading[] = [];
	const repeats: (Repeat | { file: StagedFile; twin: Reading })[] = [];
	let firstEvent = next?.last_event ?? 0;
	for (const file of files) {
		report({ phase: 'reading', file: file.name, fraction: undefined });
		const fileNumber = (next?.file ?? 1) + readings.length;
		const read = await readFile(tx, running, file, readings, { number: fileNumber, firstEvent });
		if ('number' in read) {
			readings.push(read);
			firstEvent += read.records * Math.max(1, read.plan.events.length) + read.elements;
		} else repeats.push(read);
	}
	report({ phase: 'settling', file: undefined, fraction: undefined });
	const counts = await settleEvents(tx, {
		apart: readings.filter(({ plan }) => keepsRepeats(plan.profile)).map(({ number }) => number)
	});
	const results = new Map<StagedFile, FileResult>();
	const groups = new Map<StagedFile, RejectGroup[]>();
	for (const reading of readings) {
		results.set(reading.file, await readingResult(tx, reading, counts));
		groups.set(reading.file, await groupRejects(tx, reading.number));
	}
	for (const repeat of repeats) {
		const twin = 'twin' in repeat ? results.get(repeat.twin.file) : undefined;
		results.set(
			repeat.file,
			'twin' in repeat && twin
				? {
						...twin,
						file: repeat.file.name,
						used: 0,
						duplicates: twin.rows - twin.rejected,
						events: 0
					}
				: repeatResult(repeat as Repeat)
		);
	}
	const earlier = repeats.flatMap((repeat) =>
		'sameAs' in repeat && repeat.sameAs !== null ? [repeat.sameAs] : []
	);
	if (commit && readings.length > 0) {
		for (const { number: file, process, order, plan } of readings) {
			await governDocuments(tx, running, process);
			await declareDocuments(tx, { file, order, process, plan });
		}
		await findShownActivities(
			tx,
			readings.map(({ number: file, mapping, plan }) => ({
				file,
				mapping,
				shows: plan.profile.shows ?? []
			}))
		);
		report({ phase: 'measuring', file: undefined, fraction: undefined });
		const placed = async () => {
			if (!counts.shared) await tx.run('importing/settle/drop_typed_events');
		};
		await measureCases(tx, { now: options.now, placed });
	}
	const inGivenOrder = givenOrder(options, files);
	return {
		result: {
			import: !commit ? null : readings.length > 0 ? number : Math.max(...earlier),
			files: inGivenOrder.flatMap((file) => results.get(file) ?? []),
			cases: counts.cases,
			rejectGroups: inGivenOrder.map((file) => groups.get(file) ?? [])
		},
		number,
		readings: readings.flatMap((reading) => {
			const result = results.get(reading.file);
			return result ? [{ reading, result }] : [];
		}),
		processes: running.added,
		counts,
		started
	};
}

/** Stores what draftImport has worked out. */
export async function storeImport(
	tx: Transaction,
	options: ImportOptions,
	draft: Draft
): Promise<void> {
	const { number, readings, processes, counts, started } = draft;
	if (readings.length === 0) return;
	for (const process of processes) await tx.run('reference/processes/add', { ...process });
	const details = readings.some(({ reading }) => hasDetails(reading.plan));
	await addEvidence(tx, { shared: counts.shared, details });
	for (const { reading, result } of readings) await recordFile(tx, reading, number, result);
	await tx.run('pipeline/flow/store_shown_activities');
	await tx.run('importing/store/name_units');
	await storeCases(tx);
	await tx.run('importing/store/add_import', {
		import: number,
		imported_at: options.now,
		imported_by: options.by,
		sample: options.sample ?? false,
		duration_ms: Math.round(performance.now() - started)
	});
}

/** The staged files in the order in which they were given. */
function givenOrder(options: ImportOptions, files: readonly StagedFile[]): StagedFile[] {
	const rest = [...files];
	return options.files.flatMap(({ name }) => {
		const index = rest.findIndex((file) => file.name === name);
		return rest.splice(index, index < 0 ? 0 : 1);
	});
}

/** Reads one file into the typed tables of the import, unless it was read in the same way before. */
async function readFile(
	tx: Transaction,
	{ options, profiles, saved, added }: Running,
	file: FileToRead,
	before: readonly Reading[],
	{ number, firstEvent }: { number: number; firstEvent: number }
): Promise<Reading | Repeat | { file: StagedFile; twin: Reading }> {
	const { reading } = file;
	const map = reading.map ?? {};
	const { header, records } = await readHeader(tx, file);
	const { profile, recognition, remembered } = chooseProfile(header, {
		profile: reading.profile,
		map,
		profiles: profiles.profiles,
		saved
	});
	// An office that was named goes before a column that was only recognised.
	const decided: Field[] = reading.unit !== undefined && map.unit === undefined ? ['unit'] : [];
	const sop = reading.sop ?? remembered?.sop ?? undefined;
	const unit = reading.unit ?? remembered?.unit ?? null;
	const plan = makePlan(profile, header, decided);
	const formats = parseTimeFormats(reading.timeFormats ?? profile.times ?? []);
	const offsets = reading.offsets ?? file.hints.offsets ?? profile.offsets;
	const defaultUnit = unit ?? unnamedUnit;
	const process = await findProcess(tx, { sop, log: reading.log, profile, profiles, added });
	const mapping = JSON.stringify({
		profile,
		columns: Object.fromEntries(
			Object.entries(plan.fields).map(([field, position]) => [field, header.names[position ?? 0]])
		),
		formats: formats.map(({ format }) => format),
		offsets,
		unit
	});
	const twin = before.find(
		(other) =>
			other.file.sha256 === file.sha256 && other.mapping === mapping && other.process === process
	);
	if (twin) return { file, twin };
	const same = await tx.get('importing/settle/same_file', {
		sha256: file.sha256,
		mapping,
		process
	});
	if (same)
		return {
			file,
			profile: profile.id,
			recognition,
			records: same.read_rows,
			rejected: same.rejected,
			sameAs: same.import
		};
	const readable = await readRecords(tx, {
		file,
		number,
		plan,
		records,
		explicit: formats.length > 0
	});
	const elements = await encode(tx, {
		plan,
		process,
		defaultUnit,
		sample: options.sample ?? false
	});
	const order = fileOrder(file.sha256);
	await typeRows(tx, {
		plan,
		number,
		order,
		formats,
		offsets,
		firstEvent,
		readable,
		records,
		now: options.now
	});
	return {
		file,
		number,
		order,
		plan,
		recognition,
		process,
		defaultUnit,
		mapping,
		records,
		elements
	};
}

/** The order of files is that of their SHA-256: its first 52 bits, which a number holds exactly. */
function fileOrder(sha256: string): number {
	return parseInt(sha256.slice(0, 13), 16);
}

async function recordFile(
	tx: Transaction,
	reading: Reading,
	number: number,
	result: FileResult
): Promise<void> {
	const { plan } = reading;
	const kept = plan.attributes.map(({ name }) => name);
	await tx.run('importing/store/add_import_file', {
		file: reading.number,
		import: number,
		name: reading.file.name,
		sha256: reading.file.sha256,
		source_order: reading.order,
		bytes: reading.file.bytes,
		profile: result.profile,
		mapping: reading.mapping,
		process: reading.process,
		default_unit: reading.defaultUnit,
		read_rows: result.rows,
		used: result.used,
		duplicates: result.duplicates,
		rejected: result.rejected,
		events: result.events,
		notes: jsonOrNull(reading.file.notes),
		places: jsonOrNull(reading.file.places),
		kept: plan.profile.form === 'long' && kept.length > 0 ? kept : null
	});
}

function jsonOrNull(list: readonly unknown[]): string | null {
	return list.length === 0 ? null : JSON.stringify(list);
}

/** Ties the planned stages of a process to the documents they are the due time of, where both are known. */
async function governDocuments(
	tx: Transaction,
	{ profiles: { profiles, processes }, added }: Running,
	process: number
): Promise<void> {
	const code =
		(await tx.get('importing/settle/process_code', { process }))?.code ??
		added.find((other) => other.process === process)?.code;
	if (!processes.some(({ id }) => id === code)) return;
	const governs = profiles.flatMap((profile) =>
		profile.form === 'long' && profile.process === code ? Object.entries(profile.governs) : []
	);
	if (governs.length === 0) return;
	await tx.run('importing/settle/add_governed_documents', {
		process,
		codes: governs.map(([stage]) => stage),
		documents: governs.map(([, document]) => document)
	});
}
