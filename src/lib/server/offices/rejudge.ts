import type { Transaction } from '../database/store';
import { prepareRebuild, rebuildCases } from '../pipeline/rebuild';
import { rebuildOutages } from '../reference/outages';

/**
 * Reads every case of a unit anew, after its zone or its calendar changed: working time is stored with the
 * events, and the outages of the unit are measured in it too.
 * @param now the instant, UTC, ISO without zone
 */
export async function rejudgeUnit(tx: Transaction, unit: number, now: string): Promise<void> {
	await prepareRebuild(tx);
	await rebuildOutages(tx);
	await tx.run('calendar/touch_unit', { unit });
	await rebuildCases(tx, { now });
}

/**
 * Reads anew the cases of a unit that were under way at some time of some spans, after its outages changed.
 * @param spans local times of the unit
 * @param now the instant, UTC, ISO without zone
 */
export async function rejudgeSpans(
	tx: Transaction,
	unit: number,
	spans: readonly { from: string; to: string }[],
	now: string
): Promise<void> {
	await prepareRebuild(tx);
	await rebuildOutages(tx);
	await tx.run('calendar/touch_cases_during', {
		unit,
		from: spans.map(({ from }) => from),
		to: spans.map(({ to }) => to)
	});
	await rebuildCases(tx, { now });
}
