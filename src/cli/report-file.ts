import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordAct } from '$lib/server/audit/append';
import type { Store } from '$lib/server/database/store';
import type { MadeReport } from '$lib/server/reporting/make-report';
import { noting } from '$lib/server/reporting/verification/record';
import { terminal, type Call } from './command';
import { written } from './output';

/** Writes a report and notes in the record what was written. Throws UserError `cli_write` {file} where the disk refuses. */
export async function writeReportFile(
	call: Call,
	given: { store: Store; report: MadeReport; path: string }
): Promise<void> {
	const { store, report, path } = given;
	const { bytes } = noting(report, (act) => recordAct(store, terminal(), act, call.now));
	await written(path, pipeline(Readable.from(bytes), createWriteStream(path)));
}
