import { summarise } from '$lib/server/reading/summary';
import { m } from '$lib/paraglide/messages';
import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

export const summaryCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const summary = await summarise(store, await callScope(call, store));
			if (call.json) writeJson(summary);
			else
				writeTable(
					[m.cli_figure(), m.cli_value()],
					Object.entries(summary).map(([name, value]) => [
						name,
						typeof value === 'object' ? JSON.stringify(value) : value
					])
				);
			return 0;
		})
};
