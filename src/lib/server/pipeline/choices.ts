import type { Transaction } from '../database/store';

/**
 * The texts of the running change that an SOP version gives to several steps: by version each entry that stands for such a text
 * in a sequence, with the steps that it may mean.
 */
export async function readChoices(tx: Transaction): Promise<Map<number, [number, number[]][]>> {
	const choices = new Map<number, [number, number[]][]>();
	for (const { version, entry, steps } of await tx.all('pipeline/place/choices')) {
		const known = choices.get(version) ?? [];
		known.push([entry, steps.flatMap((step) => step ?? [])]);
		choices.set(version, known);
	}
	return choices;
}
