import { writeFile } from 'node:fs/promises';
import { deviationsCsv } from '$lib/server/reading/deviations/deviations-csv';
import { resolveArgument } from '$lib/server/settings';
import { m } from '$lib/paraglide/messages';
import { callScope, refusePositionals, scopeOptions, text } from '../command';
import type { Command } from '../command';
import { tell, writeJson, written } from '../output';

/** The deviations of a scope as CSV: to a file with --out, else to standard output; --json for machines. */
export const deviationsCommand: Command = {
	options: { ...scopeOptions, out: { type: 'string' } },
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const rows = await store.all('reading/deviations', await callScope(call, store));
			const out = text(call, 'out');
			if (out !== null) {
				const path = resolveArgument(out);
				await written(path, writeFile(path, deviationsCsv(rows)));
				if (call.json) writeJson({ file: path, rows: rows.length });
				else tell(m.cli_deviations_written({ count: rows.length, file: path }));
			} else if (call.json) writeJson(rows);
			else process.stdout.write(deviationsCsv(rows));
			return 0;
		})
};
