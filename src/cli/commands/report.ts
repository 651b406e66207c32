import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { parseReportRequest, REPORT_FILTERS, usableFilter } from '$lib/server/reporting/request';
import { verificationSentences } from '$lib/format/verification';
import { verifyReport } from '$lib/server/reporting/verify';
import { callScope, scopeOptions, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, written } from '../output';
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
		const stamp = { madeAt: call.now, madeBy: `cli:${userInfo().username}` };
		const made = await makeReport(store, request, format, stamp);
		await written(path, pipeline(Readable.from(made.bytes), createWriteStream(path)));
		return made;
	});
	const { number, figures } = metadata;
	if (call.json) writeJson({ file: path, number, figures });
	else tell(m.cli_report_written({ number, count: figures.total, file: path }));
	return 0;
}

/** Exit 1 where the figures do not stand: altered, changed, or of other data. */
async function verify(call: Call): Promise<number> {
	const [, file, ...rest] = call.positionals;
	if (file === undefined || rest.length > 0)
		throw new UsageError('cli_argument_missing', { argument: 'FILE' });
	const bytes = await readFile(resolveArgument(file));
	const result = await call.withStore((store) => verifyReport(store, bytes));
	if (call.json) writeJson(result);
	else {
		for (const sentence of verificationSentences(result)) tell(sentence);
		for (const { figure, then, now } of result.differences) tell(`${figure}: ${then} → ${now}`);
		for (const { place, then, now } of result.cells) tell(`${place}: ${then} → ${now}`);
	}
	return result.outcome === 'same' || result.outcome === 'stands' ? 0 : 1;
}
