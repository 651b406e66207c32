import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { parseReportRequest, REPORT_FILTERS, usableFilter } from '$lib/server/reporting/request';
import { figureDifference, verificationSentences } from '$lib/format/verification';
import { verifyReport } from '$lib/server/reporting/verification/verify';
import { callScope, scopeOptions, terminal, text } from '../command';
import type { Call, Command } from '../command';
import { readGiven, tell, writeJson } from '../output';
import { writeReportFile } from '../report-file';
import { UsageError } from '../usage';
import { resolveArgument } from '$lib/server/settings';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** `report --format … --out FILE` makes a report of a scope; `report verify FILE` says whether one still stands. */
export const reportCommand: Command = {
	options: {
		...scopeOptions,
		...Object.fromEntries(REPORT_FILTERS.map((name) => [name, { type: 'string' as const }])),
		format: { type: 'string' },
		layout: { type: 'string' },
		out: { type: 'string' }
	},
	run: (call) => (call.positionals[0] === 'verify' ? verify(call) : make(call))
};

async function make(call: Call): Promise<number> {
	const [word] = call.positionals;
	if (word !== undefined) throw new UsageError('cli_no_arguments', { word });
	const out = text(call, 'out');
	if (out === null) throw new UsageError('cli_argument_missing', { argument: '--out FILE' });
	const format = parseReportFormat(text(call, 'format'));
	const path = resolveArgument(out);
	const { metadata } = await call.withStore(async (store) => {
		// Says what is wrong with the scope before anything is made.
		await callScope(call, store);
		const params = new URLSearchParams({ layout: text(call, 'layout') ?? 'case' });
		for (const name of REPORT_FILTERS) {
			const value = text(call, name);
			if (value === null) continue;
			if (!usableFilter(name, value))
				throw new UsageError('cli_option_value', { option: name, value });
			params.set(name, value);
		}
		const request = {
			...parseReportRequest(params, getLocale()),
			unit: text(call, 'unit'),
			sop: text(call, 'sop'),
			from: text(call, 'from'),
			to: text(call, 'to')
		};
		const stamp = { madeAt: call.now, madeBy: terminal().name };
		const made = await makeReport(store, request, format, stamp);
		await writeReportFile(call, { store, report: made, path });
		return made;
	});
	const { number, figures } = metadata;
	if (call.json) writeJson({ file: path, number, figures });
	else tell(m.cli_report_written({ number, count: figures.total, file: path }));
	return 0;
}

/** Exit 1 where the report does not stand: altered, changed, of other data, or not to be proven. */
async function verify(call: Call): Promise<number> {
	const [, file, ...rest] = call.positionals;
	if (file === undefined || rest.length > 0)
		throw new UsageError('cli_argument_missing', { argument: 'FILE' });
	const bytes = await readGiven(resolveArgument(file));
	const result = await call.withStore((store) => verifyReport(store, bytes));
	if (call.json) writeJson(result);
	else {
		for (const sentence of verificationSentences(result)) tell(sentence);
		for (const one of result.differences) {
			const { figure, then, now } = figureDifference(one, result.kind);
			tell(`${figure}: ${then} → ${now}`);
		}
		for (const { place, then, now } of result.cells) tell(`${place}: ${then} → ${now}`);
	}
	return result.outcome === 'same' || result.outcome === 'stands' ? 0 : 1;
}
