import { UserError } from '../../domain/user-error';

// The texts are those of DuckDB 1.5; each is pinned by a test.

// A spill that finds no room speaks of its own limit, which is the free space of the disk; a file can
// also meet the limit of its user or of its file system.
const diskFull =
	/No space left on device|ENOSPC|File too large|EFBIG|Disk quota exceeded|EDQUOT|max_temp_directory_size/;
const systemRefusal = /^(?:EACCES|ENOTDIR|EROFS|EPERM|EEXIST|ENOENT): (.*)/;

/**
 * Answers the error a person can act on for one that a statement met, or the error itself when it is
 * none of theirs. Codes: `disk_full` {path}, `memory_full` {path}.
 */
export function asStatementError(error: unknown, path: string): unknown {
	if (!(error instanceof Error) || error instanceof UserError) return error;
	if (diskFull.test(error.message)) return new UserError('disk_full', { path }, error);
	if (error.message.includes('Out of Memory Error'))
		return new UserError('memory_full', { path }, error);
	return error;
}

/**
 * Answers the error a person can act on for one that stopped a store from opening, or the error
 * itself. Codes: `store_held` {path, pid, program}, `store_is_folder` {path}, `store_not_database`
 * {path}, `store_unreachable` {path, reason}, and those of asStatementError.
 */
export function asOpeningError(error: unknown, path: string): unknown {
	if (!(error instanceof Error) || error instanceof UserError) return error;
	const { message } = error;
	const held = /Conflicting lock is held in (.*?) \(PID (\d+)\)/.exec(message);
	if (held) {
		const params = { path, pid: Number(held[2]), program: held[1] ?? '' };
		return new UserError('store_held', params, error);
	}
	if (/not a valid DuckDB database file/.test(message))
		return new UserError('store_not_database', { path }, error);
	const refused =
		/^IO Error: (?:Cannot open file .*?: |Could not set lock on file .*?: )(.*)/.exec(message) ??
		systemRefusal.exec(message);
	if (refused) return new UserError('store_unreachable', { path, reason: refused[1] ?? '' }, error);
	return asStatementError(error, path);
}

/** Whether the database gave up on itself after this error and must be opened anew. */
export function isFatal(error: unknown): boolean {
	const text = error instanceof UserError ? String(error.cause) : String(error);
	return /FATAL Error|INTERNAL Error|database has been invalidated/.test(text);
}
