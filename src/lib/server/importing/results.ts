import type { Recognition } from '$lib/domain/importing/recognise';
import type { Plan } from '$lib/domain/importing/plan';
import type { Transaction } from '../database/store';
import type { Counts } from './settle';
import type { StagedFile } from './staging/stage-file';
import type { FileResult, RejectGroup } from './types';

/** How many rejects a result carries; the rest is asked for page by page. */
const rejectsShown = 20;

/** A file that adds something. */
export interface Reading {
	file: StagedFile;
	number: number;
	/** Its place in the order of files, from its SHA-256. */
	order: number;
	plan: Plan;
	recognition: Recognition;
	process: number;
	defaultUnit: string;
	/** What its bytes were read as: the same bytes read in the same way say nothing new. */
	mapping: string;
	records: number;
	/** Elements of the lists in its cells. */
	elements: number;
}

/** A file that was read in the same way before: by an import in force, or earlier in this one. */
export interface Repeat {
	file: StagedFile;
	profile: string;
	recognition: Recognition;
	records: number;
	rejected: number;
	sameAs: number | null;
}

/** What became of a file that was read. */
export async function readingResult(
	tx: Transaction,
	reading: Reading,
	counts: Counts
): Promise<FileResult> {
	const { file, number, plan, records } = reading;
	const rejected = counts.rejects.get(number) ?? 0;
	const events = counts.events.get(reading.order) ?? 0;
	const used =
		plan.profile.form === 'wide'
			? (counts.facts.get(number) ?? 0)
			: events + (counts.onlyFacts.get(number) ?? 0);
	const rejects = await tx.all('importing/settle/first_rejects', {
		file: number,
		most: rejectsShown
	});
	return {
		file: file.name,
		sha256: file.sha256,
		profile: plan.profile.id,
		recognition: reading.recognition,
		rows: records,
		used,
		duplicates: records - used - rejected,
		rejected,
		events,
		rejects: rejects.map(({ record, column_name, value, reason }) => ({
			row: record,
			column: column_name,
			value,
			reason
		})),
		sameAs: null,
		notes: file.notes,
		places: file.places
	};
}

/** What became of a file that said nothing new. */
export function repeatResult(repeat: Repeat): FileResult {
	return {
		file: repeat.file.name,
		sha256: repeat.file.sha256,
		profile: repeat.profile,
		recognition: repeat.recognition,
		rows: repeat.records,
		used: 0,
		duplicates: repeat.records - repeat.rejected,
		rejected: repeat.rejected,
		events: 0,
		rejects: [],
		sameAs: repeat.sameAs,
		notes: repeat.file.notes,
		places: repeat.file.places
	};
}

/** Why records of a file are rejected, commonest reason first. */
export async function groupRejects(tx: Transaction, file: number): Promise<RejectGroup[]> {
	const groups = await tx.all('importing/settle/reject_groups', { file });
	return groups.map(({ reason, column_name, records, samples }) => ({
		reason,
		column: column_name,
		records,
		samples: samples.flatMap((sample) =>
			sample ? [{ row: sample.record ?? 0, value: sample.value }] : []
		)
	}));
}
