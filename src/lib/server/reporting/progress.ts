import type { ReportProgress } from '$lib/domain/reporting/report';
import type { ReportContents, ReportTable } from './contents';

/** Who waits for a report: hears how far it is, and can give it up. */
export interface ReportWatch {
	onProgress: (progress: ReportProgress) => void;
	signal: AbortSignal;
}

/** Reports that are being made, by the ids that pages gave them, each for who asked for it. */
const shared = globalThis as {
	tepatReportProgress?: Map<string, { owner: string; progress: ReportProgress }>;
};
const running = (shared.tepatReportProgress ??= new Map());
const ID = /^[0-9a-f-]{36}$/;

/**
 * Keeps how far a report is until `end` is called. Without an id nobody asks, and nothing is kept.
 * @param owner by which the person is known who may ask
 */
export function followReport(id: string | null, owner: string) {
	const known = id !== null && ID.test(id) && !running.has(id) ? id : null;
	const onProgress = (progress: ReportProgress): void => {
		if (known !== null) running.set(known, { owner, progress });
	};
	onProgress({ phase: 'gathering', done: 0, total: null });
	return { onProgress, end: () => void (known !== null && running.delete(known)) };
}

/** How far a report is; null where it is not begun, made already, or another person's. */
export function findReportProgress(id: string, owner: string): ReportProgress | null {
	const found = running.get(id);
	return found?.owner === owner ? found.progress : null;
}

/** The same contents, whose rows are counted while they are written. */
export function countRows(contents: ReportContents, { onProgress }: ReportWatch): ReportContents {
	const counted = (
		table: ReportTable,
		phase: 'findings' | 'evidence',
		total: number | null
	): ReportTable => ({
		...table,
		rows: async function* () {
			let done = 0;
			onProgress({ phase, done, total });
			for await (const chunk of table.rows()) {
				yield chunk;
				done += chunk.length;
				onProgress({ phase, done, total });
			}
		}
	});
	return {
		...contents,
		findings: counted(contents.findings, 'findings', contents.metadata.figures.total),
		evidence: counted(contents.evidence, 'evidence', null)
	};
}
