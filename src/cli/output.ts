import { readFile } from 'node:fs/promises';
import { UserError } from '$lib/domain/user-error';

/** Writes a result for machines: one JSON document on standard output. */
export function writeJson(value: unknown): void {
	process.stdout.write(JSON.stringify(value, null, '\t') + '\n');
}

/** Writes rows for people: a table with aligned columns, numbers to the right. */
export function writeTable(
	columns: string[],
	rows: (string | number | null | undefined)[][]
): void {
	const cells = rows.map((row) =>
		row.map((cell) => (cell === null || cell === undefined ? '—' : String(cell)))
	);
	const widths = columns.map((name, index) =>
		Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0))
	);
	const numeric = columns.map((_, index) => rows.every((row) => typeof row[index] !== 'string'));
	const line = (row: string[]) =>
		row
			.map((cell, index) => {
				const width = widths[index] ?? 0;
				return numeric[index] ? cell.padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd();
	process.stdout.write([line(columns), ...cells.map(line)].join('\n') + '\n');
}

/** Tells a person something beside the result. */
export function tell(text: string): void {
	process.stderr.write(text + '\n');
}

/** Waits for a file to be written. Throws UserError `cli_write` {file} where the disk refuses. */
export async function written(file: string, writing: Promise<void>): Promise<void> {
	try {
		await writing;
	} catch (cause) {
		if (isRefused(cause)) throw new UserError('cli_write', { file }, cause);
		throw cause;
	}
}

/** Answers a file that was named on the command line. Throws UserError `cli_read` {file} where the disk refuses. */
export async function readGiven(file: string): Promise<Buffer> {
	try {
		return await readFile(file);
	} catch (cause) {
		if (isRefused(cause)) throw new UserError('cli_read', { file }, cause);
		throw cause;
	}
}

function isRefused(cause: unknown): cause is Error {
	return cause instanceof Error && 'syscall' in cause;
}
