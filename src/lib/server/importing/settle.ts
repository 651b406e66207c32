import type { Transaction } from '../database/store';

/** What the rows of an import come to, by file. */
export interface Counts {
	/** Events that a file was the first to say, by the file's order; of a long file as many as rows. */
	events: Map<number, number>;
	/** Rows that were the first to state what they state of a case, by file. */
	facts: Map<number, number>;
	/** The same, of rows that say no event. */
	onlyFacts: Map<number, number>;
	rejects: Map<number, number>;
	cases: { touched: number; created: number };
	/** Whether several rows, of the import or of it and the store, say the same event. */
	shared: boolean;
}

/**
 * Tells the typed events of the import from those that the store has, and counts.
 * @param apart numbers of the files whose rows are as many events even where they are alike
 */
export async function settleEvents(
	tx: Transaction,
	{ apart }: { apart: readonly number[] }
): Promise<Counts> {
	const repeated = await findRepeats(tx, apart);
	const known = await tx.run('importing/settle/find_known_events');
	const shared = known + repeated > 0;
	if (shared) {
		await tx.run('importing/settle/add_new_events');
		await tx.run('importing/settle/add_repeated_events');
	} else {
		await tx.run('importing/settle/drop_new_events');
		await tx.run('importing/settle/take_typed_events');
		await tx.run('importing/settle/take_sources');
	}
	if ((await tx.get('importing/snapshots/count_typed'))?.rows)
		await tx.run('importing/snapshots/add_new');
	await tx.run('importing/settle/touch_cases');
	await tx.run('pipeline/place/keep_events');
	if (known > 0) await tx.run('importing/settle/move_sources_forward');
	const events = shared
		? await tx.all('importing/settle/count_events')
		: await tx.all('importing/settle/count_typed_events');
	const byFile = (rows: { file: number; records: number }[]) =>
		new Map(rows.map(({ file, records }) => [file, records]));
	return {
		events: new Map(events.map((row) => [row.source_order, row.events])),
		facts: byFile(await tx.all('importing/settle/count_facts')),
		onlyFacts: byFile(await tx.all('importing/settle/count_only_facts')),
		rejects: byFile(await tx.all('importing/settle/count_rejects')),
		cases: (await tx.get('importing/settle/count_cases')) ?? { touched: 0, created: 0 },
		shared
	};
}

async function findRepeats(tx: Transaction, apart: readonly number[]): Promise<number> {
	const repeated = await tx.run('importing/settle/find_repeated_events');
	if (repeated === 0 || apart.length === 0) return repeated;
	const parted = await tx.run('importing/settle/tell_repeats_apart', { files: apart });
	if (parted === 0) return repeated;
	await tx.run('staging/40_import/01_repeated_event');
	return tx.run('importing/settle/find_repeated_events');
}

/** Writes what the import adds beside its events: names, sources and details, facts and rejects. */
export async function addEvidence(
	tx: Transaction,
	{ shared, details }: { shared: boolean; details: boolean }
): Promise<void> {
	await tx.run('importing/store/add_units');
	await tx.run('importing/store/add_cases');
	await tx.run('importing/store/add_activities');
	await tx.run('importing/store/add_actors');
	await tx.run('importing/store/add_roles');
	await tx.run('importing/store/add_governed_documents');
	if (shared) {
		await tx.run('importing/store/add_single_sources');
		await tx.run('importing/store/add_further_sources');
	} else await tx.run('importing/store/add_event_sources');
	if (details)
		await tx.run(
			shared ? 'importing/store/add_event_details' : 'importing/store/add_typed_details'
		);
	await tx.run('importing/store/add_facts');
	await tx.run('importing/snapshots/store');
	await tx.run('importing/store/add_rejects');
}

/** Takes away cases, names and offices that the store only knew from rows which are gone. */
export async function forgetOrphans(tx: Transaction): Promise<void> {
	await tx.run('importing/undo/forget_cases');
	await tx.run('importing/undo/forget_case_states');
	await tx.run('importing/undo/forget_activities');
	await tx.run('importing/undo/forget_activity_steps');
	await tx.run('importing/undo/forget_governed_documents');
	await tx.run('importing/undo/forget_actors');
	await tx.run('importing/undo/forget_roles');
	await tx.run('importing/undo/forget_units');
	await tx.run('importing/undo/forget_processes');
}
