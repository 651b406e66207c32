import { UserError } from '$lib/domain/user-error';

/** A call that does not fit: exit 2, where a failed job exits 1. */
export class UsageError extends UserError {}

const USAGE_CODES: ReadonlySet<string> = new Set([
	'unknown_sop',
	'unknown_unit',
	'import_unknown_sop',
	'import_unknown_profile',
	'import_unknown_field'
]);

/** Whether an error comes from the words of the call rather than from the work. */
export function isUsageError(error: unknown): boolean {
	if (error instanceof UsageError) return true;
	if (error instanceof UserError) return USAGE_CODES.has(error.code);
	return (
		error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
	);
}
