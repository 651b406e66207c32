import { callScope, refusePositionals, scopeOptions } from '../command';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

/** Distinct sequences of activities, most frequent first. */
export const variantsCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const rows = await store.all('reading/variants', await callScope(call, store));
			const total = rows.reduce((sum, row) => sum + row.cases, 0);
			const variants = rows.map((row, index) => ({
				rank: index + 1,
				sop: row.process,
				count: row.cases,
				share: row.cases / total,
				activities: row.activities
			}));
			if (call.json) writeJson(variants);
			else
				writeTable(
					['rank', 'sop', 'count', 'activities'],
					variants.map((row) => [row.rank, row.sop, row.count, row.activities.join(' → ')])
				);
			return 0;
		})
};

/** The directly-follows graph. */
export const mapCommand: Command = {
	options: scopeOptions,
	run: (call) =>
		call.withStore(async (store) => {
			refusePositionals(call);
			const rows = await store.all('reading/directly_follows', await callScope(call, store));
			const edges = rows.map((row) => ({
				from: row.source,
				to: row.target,
				count: row.count,
				medianSeconds: row.median_seconds,
				medianWorkingSeconds: row.median_working_seconds
			}));
			if (call.json) writeJson(edges);
			else
				writeTable(
					['from', 'to', 'count', 'medianSeconds', 'medianWorkingSeconds'],
					edges.map((row) => [
						row.from,
						row.to,
						row.count,
						row.medianSeconds,
						row.medianWorkingSeconds
					])
				);
			return 0;
		})
};
