import type { Plan } from '$lib/domain/importing/plan';
import type { LongProfile } from '$lib/domain/importing/profile';
import type { TimeFormat } from '$lib/domain/importing/time-format';
import type { Transaction } from '../database/store';
import {
	formatParameters,
	keptParameters,
	kindNumbers,
	oneBased,
	precisionNumbers
} from './type-parameters';
import { typeWide } from './type-wide';

/** What a status of a log without a profile of its own means. */
const commonStatuses = {
	finished: ['selesai', 'finished', 'completed', 'complete', 'closed', 'ditutup'],
	cancelled: ['batal', 'dibatalkan', 'gagal', 'gagal/batal', 'cancelled', 'canceled'],
	running: ['berlangsung', 'berjalan', 'proses', 'aktif', 'running', 'open', 'on_process']
};

export interface FileToType {
	plan: Plan;
	/** Number of the file in the store. */
	number: number;
	/** Its place in the order of files, from its SHA-256. */
	order: number;
	formats: readonly TimeFormat[];
	offsets: 'false' | 'real';
	/** Its events are numbered from the next one on. */
	firstEvent: number;
	/** How many of its records are in the table `staged`. */
	readable: number;
	/** How many it has. */
	records: number;
	/** When the import runs, UTC: the time of pictures that do not say theirs. */
	now: string;
}

/**
 * Types the rows of the table `staged` into events, details and facts of the import, and sets aside those that cannot
 * be accepted, each with its column and reason.
 */
export async function typeRows(tx: Transaction, given: FileToType): Promise<void> {
	const { plan, number } = given;
	if (plan.profile.form === 'long') await typeLong(tx, given, plan.profile);
	else await typeWide(tx, given, plan.profile);
	// The file is read: its texts would only take the memory that measuring needs.
	await tx.run('staging/40_import/02_staged_fields');
	if (given.readable === given.records) return;
	await tx.run('importing/stage/list_shifts', { file: number, readable: given.readable });
	await tx.run('importing/stage/shift_events', { file: number });
	await tx.run('importing/stage/shift_details', { file: number });
	await tx.run('importing/stage/shift_facts', { file: number });
	await tx.run('importing/stage/shift_snapshots', { file: number });
	await tx.run('importing/stage/shift_rejects', { file: number });
}

/** Whether a file says more of its events than what all events have. */
export function hasDetails({ fields, attributes, events, lists, profile }: Plan): boolean {
	return profile.form === 'long'
		? fields.requirements !== undefined || fields.outputs !== undefined || attributes.length > 0
		: events.some(({ object }) => object !== undefined) || lists.length > 0;
}

async function typeLong(tx: Transaction, given: FileToType, profile: LongProfile): Promise<void> {
	const { plan, number: file, order: source_order } = given;
	const { fields } = plan;
	const states = fields.status !== undefined || fields.parent !== undefined;
	const extra = hasDetails(plan);
	const kept = keptParameters(plan.attributes);
	await tx.run('importing/type/read_times', formatParameters(given.formats));
	await tx.run('importing/type/long_events', {
		file,
		source_order,
		first_event: given.firstEvent,
		kind: kindNumbers[profile.kind],
		precision: precisionNumbers[profile.precision],
		offsets: given.offsets === 'real',
		extra,
		states: fields.status !== undefined,
		...kept
	});
	const column = (position: number | undefined) =>
		position === undefined ? null : (plan.columns[position] ?? null);
	await tx.run('importing/type/long_rejects', {
		file,
		case_column: column(fields.case),
		activity_column: column(fields.activity ?? fields.step),
		started_column: column(fields.started),
		completed_column: column(fields.completed)
	});
	if (extra) await tx.run('importing/type/long_details', { file, ...kept });
	if (states)
		await tx.run('importing/type/long_facts', {
			file,
			source_order,
			profile: profile.id,
			...commonStatuses
		});
	await tx.run('importing/type/drop_rejected_events', { file });
	if (plan.snapshot)
		await tx.run('importing/snapshots/type_stages', {
			file,
			source_order,
			key: oneBased(plan.snapshot.key),
			at: oneBased(plan.snapshot.at),
			now: given.now,
			...formatParameters(given.formats)
		});
}
