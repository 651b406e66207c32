import { randomUUID } from 'node:crypto';
import { maskPersonal } from '$lib/domain/accounts/masking';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '../../errors/describe';

/** By what the framework keeps of a request from its beginning to its end; the request itself it may copy. */
const statuses = new WeakMap<object, number>();

/**
 * What a page may say about an error that a load function or an action threw.
 *
 * An error that a person can act on is shown as its sentence. Any other is logged with its stack
 * under a random id, and the page shows the id only: a stack or a path is of no use to the reader
 * and of some use to an attacker.
 * @param log receives the entry of a defect
 */
export function reportError(
	failure: {
		error: unknown;
		request: Request;
		/** The `locals` of its event. */
		locals: object;
		path: string;
		/** the framework's own: below 500 it is 404, for a page that does not exist */
		status: number;
	},
	log: (entry: string) => void = (entry) => process.stderr.write(entry)
): { message: string; id?: string } {
	const { error, request, locals, path, status } = failure;
	const sentence = describeError(error);
	if (sentence !== undefined) {
		statuses.set(locals, statusOfError(error));
		return { message: sentence };
	}
	if (status < 500) return { message: m.error_page_not_found() };
	const id = randomUUID();
	log(withoutSecrets(`${id} ${request.method} ${path}\n${stackOf(error)}\n`));
	// Where no page of ours can be drawn, the sentence is all that is shown.
	return { message: `${m.error_unexpected()} (${id})`, id };
}

/** A log is read by more people than the page: no link that opens an account, no number of a person. */
function withoutSecrets(entry: string): string {
	return maskPersonal(
		null,
		entry.replace(/\/link\/[\w-]+/g, '/link/…').replace(/tepat_[\w-]{20,}/g, 'tepat_…')
	);
}

/** The status of a request whose error was described, undefined for all others. */
export function statusOf(locals: object): number | undefined {
	return statuses.get(locals);
}

function stackOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
	return `${error.stack ?? error.message}${cause}`;
}
