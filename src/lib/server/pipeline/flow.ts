import { createHash } from 'node:crypto';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Transaction } from '../database/store';

/**
 * Finds which steps can be found missing from each case of the offices that the change touches: missing evidence is
 * neither compliance nor deviation, so a step costs nothing where no import shows it over the whole time of the case.
 */
export async function findFreeSteps(tx: Transaction): Promise<void> {
	const stored = await tx.all('pipeline/flow/declarations');
	await declare(
		tx,
		stored.map(({ file, shows }) => ({
			file,
			shows: (shows ?? []).filter((text) => text !== null)
		}))
	);
	await tx.run('pipeline/flow/find_shown_steps');
	await tx.run('pipeline/flow/find_free_steps');
	await tx.run('pipeline/flow/find_case_steps');
}

/**
 * Notes what the files of the running import show: the activities that occur in them, and those that they declare.
 * @param files by their number; mapping — how the file is read, see `import_file`
 */
export async function findShownActivities(
	tx: Transaction,
	files: readonly { file: number; mapping: string; shows: readonly string[] }[]
): Promise<void> {
	await tx.run('pipeline/flow/find_shown_activities', {
		file: files.map(({ file }) => file),
		kind: files.map(({ mapping }) => createHash('md5').update(mapping).digest('hex'))
	});
	await declare(tx, files);
}

async function declare(
	tx: Transaction,
	files: readonly { file: number; shows: readonly string[] }[]
): Promise<void> {
	const names = files.flatMap(({ file, shows }) =>
		[...new Set(shows.map(normaliseActivity))].map((name) => ({ file, name }))
	);
	if (names.length > 0)
		await tx.run('pipeline/flow/declare', {
			file: names.map(({ file }) => file),
			name: names.map(({ name }) => name)
		});
}
