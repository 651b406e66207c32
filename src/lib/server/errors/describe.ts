import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';

type Locale = 'id' | 'en';
type Message = (
	params: Record<string, string | number>,
	options: { locale?: Locale | undefined }
) => string;

/** Errors of the operating system that a person can do something about. */
const SYSTEM_ERRORS: Record<string, string> = {
	ENOSPC: 'error_disk_full',
	EDQUOT: 'error_disk_full',
	EROFS: 'error_not_writable',
	EACCES: 'error_not_writable',
	EPERM: 'error_not_writable'
};

/**
 * The sentence of an error, for the page and the command line alike.
 * @param error anything thrown
 * @param locale undefined takes the reader's, as the request's middleware knows it
 * @returns the message `error_<code>` of a UserError with its places filled; undefined for an error
 * that is a defect and has no sentence
 */
export function describeError(error: unknown, locale?: Locale): string | undefined {
	if (error instanceof UserError) {
		const message = messageOf(`error_${error.code}`);
		return message?.(error.params, { locale });
	}
	const code = systemCode(error);
	const key = code === undefined ? undefined : SYSTEM_ERRORS[code];
	return key === undefined ? undefined : messageOf(key)?.({}, { locale });
}

/**
 * The HTTP status that says whose error it is: 404 for a thing that is not there, 401 and 403 for what its sender may not do, 422 for another
 * input that a person can correct, 500 for a defect.
 */
export function statusOfError(error: unknown): 401 | 403 | 404 | 422 | 500 {
	if (!(error instanceof UserError)) return 500;
	if (error.code === 'signed_out') return 401;
	if (error.code === 'token_action') return 403;
	return /(^unknown_|_not_found$)/.test(error.code) ? 404 : 422;
}

function messageOf(key: string): Message | undefined {
	return (m as unknown as Record<string, Message | undefined>)[key];
}

function systemCode(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}
