import type { WideProfile } from '$lib/domain/importing/profile';
import type { Transaction } from '../database/store';
import {
	formatParameters,
	keptParameters,
	kindNumbers,
	oneBased,
	precisionNumbers,
	takenParameters
} from './type-parameters';
import type { FileToType } from './type-rows';

/** A part of a row is numbered in a byte, whose last values stand for what no row says itself. */
const mostElements = 240;

/**
 * Types the rows of a wide file in the table `staged`: what each says of its case, the events in its columns and in the
 * lists of its cells, and its states at the time of the pull.
 */
export async function typeWide(
	tx: Transaction,
	given: FileToType,
	profile: WideProfile
): Promise<void> {
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
		pulled: oneBased(plan.snapshot?.at),
		...takenParameters(
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
	await typeLists(tx, given);
	await tx.run('importing/type/drop_rejected_events', { file });
	await tx.run('importing/type/drop_rejected_facts', { file });
	await typePictures(tx, given);
}

async function typeLists(tx: Transaction, given: FileToType): Promise<void> {
	const { plan, number: file, order: source_order } = given;
	if (plan.lists.length === 0) return;
	const first_part = plan.events.length;
	for (const [list, planned] of plan.lists.entries()) {
		const column = plan.columns[planned.position] ?? null;
		await tx.run('importing/type/list_rejects', {
			file,
			position: planned.position + 1,
			column,
			most: mostElements - first_part
		});
		await tx.run('importing/type/list_events', {
			file,
			source_order,
			list,
			first_event: given.firstEvent + first_part * given.readable,
			first_part,
			kind: kindNumbers[planned.kind],
			precision: precisionNumbers[planned.precision],
			offsets: given.offsets === 'real',
			...formatParameters(given.formats)
		});
		await tx.run('importing/type/list_event_rejects', { file, list, first_part, column });
	}
	await tx.run('importing/type/list_details', { file, first_part });
}

async function typePictures(tx: Transaction, given: FileToType): Promise<void> {
	const { plan, number: file, order: source_order, now } = given;
	const at = oneBased(plan.snapshot?.at);
	const formats = formatParameters(given.formats);
	for (const [list, { snapshot }] of plan.lists.entries())
		if (snapshot)
			await tx.run('importing/snapshots/type_lists', {
				file,
				source_order,
				list,
				first_part: plan.events.length,
				at,
				now,
				...formats
			});
	for (const { name, position } of plan.snapshot?.states ?? [])
		await tx.run('importing/snapshots/type_state', {
			file,
			subject: name,
			position: position + 1,
			now
		});
}
