import type { Reading } from '../database/store';

/** A text that means a step of an SOP, because somebody said so. */
export interface Alias {
	/** Id of the step or milestone. */
	step: string;
	text: string;
}

/**
 * The texts that somebody said mean steps of an SOP, in the order in which they were said. They belong to the SOP by
 * the ids of its steps, so they outlive a catalogue that is read anew.
 */
export async function savedAliases(store: Pick<Reading, 'all'>, sop: string): Promise<Alias[]> {
	const rows = await store.all('uploads/steps/aliases', { sop });
	return rows.map(({ step_id, text }) => ({ step: step_id, text }));
}
