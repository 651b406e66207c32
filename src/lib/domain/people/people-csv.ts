import { readNamedRows } from '../csv/named-rows';
import { UserError } from '../user-error';
import { readPersonRole, type PersonRole } from './roles-of-people';

/** A row of a file that cannot be used, by its number without the header. */
export interface RowProblem {
	row: number;
	error: UserError;
}

const COLUMNS: Record<'person' | 'role' | 'from' | 'until', readonly string[]> = {
	person: ['person', 'nama', 'orang', 'petugas', 'nip', 'name'],
	role: ['role', 'peran', 'pelaksana', 'jabatan', 'actor'],
	from: ['from', 'dari', 'sejak', 'mulai', 'valid from'],
	until: ['until', 'sampai', 'hingga', 'selesai', 'valid until', 'to']
};

/** The columns without which nothing can be read, as the template names them. */
const NEEDED = { person: 'nama', role: 'peran', from: 'dari' } as const;

/**
 * Reads a CSV file of persons and roles: columns `nama`, `peran`, `dari`, `sampai` (or their English names) in any order, dates
 * as 2026-01-31, since 01/02 could be either; comma, semicolon or tab.
 * @param roles the actors that SOPs name
 * @returns the rows that can be used and, apart, each that cannot with its error
 * @throws UserError `people_csv_empty`, `people_csv_column` {column}
 */
export function readPeopleCsv(
	text: string,
	roles: readonly string[]
): { rows: PersonRole[]; problems: RowProblem[] } {
	const { rows: lines, missing } = readNamedRows(text, COLUMNS);
	if (lines.length === 0) throw new UserError('people_csv_empty');
	for (const [field, column] of Object.entries(NEEDED))
		if (missing.includes(field as keyof typeof NEEDED))
			throw new UserError('people_csv_column', { column });
	const rows: PersonRole[] = [];
	const problems: RowProblem[] = [];
	lines.forEach((written, index) => {
		try {
			rows.push(readPersonRole(written, roles));
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push({ row: index + 1, error });
		}
	});
	return { rows, problems };
}
