import type { KeptColumn, Plan } from '$lib/domain/importing/plan';
import type { EventKind, LongProfile, Precision, WideProfile } from '$lib/domain/importing/profile';
import type { TimeFormat } from '$lib/domain/importing/time-format';
import type { Transaction } from '../database/store';

const kindNumbers: Record<EventKind, number> = { actual: 1, document: 2, planned: 3, observed: 4 };
const precisionNumbers: Record<Precision, number> = { second: 1, minute: 2, day: 3 };

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
	await tx.run('importing/stage/shift_rejects', { file: number });
}

/** Whether a file says more of its events than what all events have. */
export function hasDetails({ fields, attributes, events, profile }: Plan): boolean {
	return profile.form === 'long'
		? fields.requirements !== undefined || fields.outputs !== undefined || attributes.length > 0
		: events.some(({ object }) => object !== undefined);
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
}

async function typeWide(tx: Transaction, given: FileToType, profile: WideProfile): Promise<void> {
	const { plan, number: file, order: source_order } = given;
	const formats = formatParameters(given.formats);
	const { status } = profile;
	const lower = (values: readonly string[] | undefined) =>
		(values ?? []).map((value) => value.toLowerCase());
	const telling = keptParameters(plan.telling);
	await tx.run('importing/type/wide_facts', {
		file,
		source_order,
		profile: profile.id,
		telling_names: telling.names,
		telling_positions: telling.positions,
		...keptParameters(
			plan.fields.unit_name === undefined
				? plan.attributes
				: [...plan.attributes, { name: 'unit_name', position: plan.fields.unit_name }]
		),
		finished: lower(status?.finished),
		cancelled: lower(status?.cancelled),
		running: lower(status?.running),
		...formats
	});
	await tx.run('importing/type/wide_no_case', {
		file,
		case_column: plan.columns[plan.fields.case ?? 0] ?? null
	});
	for (const [part, event] of plan.events.entries()) {
		const columns = { started: oneBased(event.started), completed: oneBased(event.completed) };
		await tx.run('importing/type/wide_events', {
			file,
			source_order,
			first_event: given.firstEvent + part * given.readable,
			part,
			activity: event.activity,
			kind: kindNumbers[event.kind],
			precision: precisionNumbers[event.precision],
			offsets: given.offsets === 'real',
			object: oneBased(event.object),
			...columns,
			...formats
		});
		await tx.run('importing/type/wide_rejects', {
			file,
			part,
			columns: [...plan.columns],
			...columns
		});
		if (event.object !== undefined)
			await tx.run('importing/type/wide_details', { file, part, object: event.object + 1 });
	}
	await tx.run('importing/type/drop_rejected_events', { file });
	await tx.run('importing/type/drop_rejected_facts', { file });
}

function oneBased(position: number | undefined): number | null {
	return position === undefined ? null : position + 1;
}

function keptParameters(columns: readonly KeptColumn[]) {
	return {
		names: columns.map(({ name }) => name),
		positions: columns.map(({ position }) => position + 1)
	};
}

function formatParameters(formats: readonly TimeFormat[]) {
	return {
		formats: formats.map(({ format }) => format),
		format_precisions: formats.map(({ precision }) => precision)
	};
}
