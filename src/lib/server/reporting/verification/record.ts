import { createHash } from 'node:crypto';
import type { Act } from '../../audit/append';
import type { Reading } from '../../database/store';
import type { MadeReport } from '../make-report';

/** What the record holds of a report that was made: by it a file is told from one that only says so. */
export interface RecordedReport {
	format: string;
	sha256: string;
	madeAt: string;
	madeBy: string;
}

/**
 * A report whose content is noted once all of it was written: who made it, when, in which format, and its SHA-256. What was
 * given up in the middle is no report.
 * @param note adds an act to the record
 */
export function noting(report: MadeReport, note: (act: Act) => Promise<void>): MadeReport {
	async function* bytes(): AsyncGenerator<Uint8Array> {
		const hash = createHash('sha256');
		for await (const part of report.bytes) {
			hash.update(part);
			yield part;
		}
		const { number, stamp, request } = report.metadata;
		const { format } = report;
		await note({
			action: 'report_made',
			object: number,
			unit: request.unit,
			detail: { format, sha256: hash.digest('hex'), madeAt: stamp.madeAt, madeBy: stamp.madeBy }
		});
	}
	return { ...report, bytes: bytes() };
}

/**
 * The reports that the record knows under a number: one for each time and format.
 * @param record the whole store: what is held to an office does not see all that was noted
 */
export async function findRecorded(record: Reading, number: string): Promise<RecordedReport[]> {
	const rows = await record.all('audit/made_reports', { number });
	return rows.map(({ format, sha256, made_at: madeAt, made_by: madeBy }) => ({
		...{ format: format ?? '', sha256: sha256 ?? '', madeAt: madeAt ?? '', madeBy: madeBy ?? '' }
	}));
}
