import { readNamedRows } from '../csv/named-rows';
import { UserError } from '../user-error';
import { readOutage, type OutageEntry, type WrittenOutage } from './outage-entry';

/** A row of a file of outages, by its number without the header: what it says, or why it cannot be used. */
export interface OutageRow {
	row: number;
	written: WrittenOutage;
	entry: OutageEntry | null;
	error: UserError | null;
}

const COLUMNS: Record<keyof WrittenOutage, readonly string[]> = {
	from: ['mulai', 'dari', 'awal', 'waktu mulai', 'from', 'start', 'started'],
	until: ['sampai', 'selesai', 'hingga', 'pulih', 'waktu selesai', 'until', 'end', 'ended', 'to'],
	reason: ['sebab', 'alasan', 'gangguan', 'keterangan', 'uraian', 'reason', 'cause', 'description'],
	evidence: ['bukti', 'tiket', 'nomor tiket', 'nomor surat', 'evidence', 'ticket']
};

/** The columns without which nothing can be read, as the template names them. */
const NEEDED = { from: 'mulai', until: 'sampai', reason: 'sebab' } as const;

/** More is no list of outages. */
const MOST_ROWS = 5_000;

/**
 * Reads a CSV file of outages of one office: columns `mulai`, `sampai`, `sebab`, `bukti` (or their English names) in any order,
 * times as 2026-01-31 08:40 on the office's own clock, since 01/02 could be either; comma, semicolon or tab. A row that says
 * the same time as one before it is refused.
 * @throws UserError `outages_csv_empty`, `outages_csv_column` {column}, `outages_csv_many` {most}
 */
export function readOutagesCsv(text: string): OutageRow[] {
	const { rows, missing } = readNamedRows(text, COLUMNS);
	if (rows.length === 0) throw new UserError('outages_csv_empty');
	if (rows.length > MOST_ROWS) throw new UserError('outages_csv_many', { most: MOST_ROWS });
	for (const [field, column] of Object.entries(NEEDED))
		if (missing.includes(field as keyof typeof NEEDED))
			throw new UserError('outages_csv_column', { column });
	const known = new Map<string, number>();
	return rows.map((written, index) => {
		const row = index + 1;
		try {
			const entry = readOutage(written);
			const span = `${entry.from} ${entry.until}`;
			const earlier = known.get(span);
			if (earlier !== undefined) throw new UserError('outage_repeated', { row: earlier });
			known.set(span, row);
			return { row, written, entry, error: null };
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			return { row, written, entry: null, error };
		}
	});
}
