import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Transaction } from '../database/store';

/**
 * Finds which steps can be found missing from the cases of each office that the change touches: missing evidence is
 * neither compliance nor deviation, so a step that no import can show costs nothing.
 */
export async function findFreeSteps(tx: Transaction): Promise<void> {
	const stored = (await tx.all('pipeline/flow/declarations')).flatMap(({ unit, process, shows }) =>
		(shows ?? []).flatMap((text) => (text === null ? [] : { unit, process, text }))
	);
	await tx.run('pipeline/flow/add_stored_declarations', {
		unit: stored.map(({ unit }) => unit),
		process: stored.map(({ process }) => process),
		name: stored.map(({ text }) => normaliseActivity(text))
	});
	await tx.run('pipeline/flow/add_new_declarations');
	await tx.run('pipeline/flow/find_free_steps');
}

/** Notes what a file of the running import declares to show. @param order that of the file, see `source_order` */
export async function declareActivities(
	tx: Transaction,
	{ order, process, shows }: { order: number; process: number; shows: readonly string[] }
): Promise<void> {
	const names = [...new Set(shows.map(normaliseActivity))];
	if (names.length > 0)
		await tx.run('pipeline/flow/declare', { source_order: order, process, names });
}
