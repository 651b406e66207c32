import { fail } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';

/** Reads a field of a form; empty where it was not sent as text. */
export type Field = (name: string) => string;

/**
 * Runs what a form asks for and answers the sentence that `work` answers; a wrong input comes back with its sentence
 * and what was typed. Throws what no person can act on.
 */
export async function answerForm(
	request: Request,
	work: (field: Field, fields: Readonly<Record<string, string>>) => Promise<string>
) {
	const sent = await request.formData();
	const fields: Record<string, string> = {};
	for (const [name, value] of sent) if (typeof value === 'string') fields[name] = value;
	try {
		const message = await work((name) => fields[name] ?? '', fields);
		return { ok: true, message, fields: {} as Record<string, string> };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { ok: false, message, fields });
	}
}
