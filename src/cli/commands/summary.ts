import { summarise } from '$lib/server/reading/summary';
import { m } from '$lib/paraglide/messages';
import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

/** Figures by name, some of them in groups. */
type Figure = string | number | null;
type Figures = Record<string, Figure | Record<string, Figure>>;

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
					Object.entries(summary as unknown as Figures).flatMap(([name, value]) =>
						typeof value === 'object' && value !== null
							? Object.entries(value).map(([part, figure]) => [`${name}.${part}`, figure])
							: [[name, value]]
					)
				);
			return 0;
		})
};
