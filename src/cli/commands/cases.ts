import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

export const casesCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const rows = await store.all('reading/cases', await callScope(call, store));
			const cases = rows.map((row) => ({
				case: row.case_key,
				unit: row.unit,
				sop: row.process,
				events: row.events,
				state: row.state,
				started: row.first_started,
				completed: row.last_completed,
				leadSeconds: row.lead_seconds,
				leadWorkingSeconds: row.lead_working_seconds,
				leadIsLowerBound: row.lead_lower_bound,
				processingSeconds: row.processing_seconds,
				processingIsPartial: row.processing_partial
			}));
			if (call.json) writeJson(cases);
			else
				writeTable(
					[
						'case',
						'unit',
						'sop',
						'state',
						'events',
						'leadSeconds',
						'leadWorkingSeconds',
						'processingSeconds'
					],
					cases.map((row) => [
						row.case,
						row.unit,
						row.sop,
						row.state,
						row.events,
						row.leadSeconds,
						row.leadWorkingSeconds,
						row.processingSeconds
					])
				);
			return 0;
		})
};
