import { fail } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';

/** What was typed, by the name of its field. */
export type Fields = Record<string, string>;

const SECRET = /password|repeated|current|code|secret/;

/** Errors that say to come again later. */
const LATER = new Set(['sign_in_slow', 'sign_in_crowded']);

/**
 * Runs what a form asks for. A wrong input comes back with its sentence and what was typed, passwords and codes left out.
 * @param form which form of the page it is
 */
export async function answerForm<T extends object>(
	request: Request,
	form: string,
	work: (fields: Fields, sent: FormData) => Promise<T>
) {
	const sent = await request.formData();
	const fields: Fields = {};
	for (const [name, value] of sent) if (typeof value === 'string') fields[name] = value;
	try {
		return { form, ok: true as const, ...(await work(fields, sent)) };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		const status = error instanceof UserError && LATER.has(error.code) ? 429 : statusOfError(error);
		const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
		return fail(status, { form, ok: false as const, message, fields: typed as Fields });
	}
}
