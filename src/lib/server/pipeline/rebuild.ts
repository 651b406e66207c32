import { mediumFlowDeviations, severityLimits } from '$lib/domain/deviations/severity';
import type { Transaction } from '../database/store';
import { findMissingDocuments } from './documents';
import { findFreeSteps } from './flow';
import { chooseOrders } from './order';
import { storeCases } from './store-cases';
import { findChanges, hasPictures } from './snapshots';
import { readNewVariants } from './variants';

/**
 * Puts the events of the touched cases in order and works out everything that rests on them: working time,
 * SOP version, variant and moves, state, measurements, deviations; and judges the open cases of a unit anew
 * when its data date moved. Runs inside the transaction of the change, after `prepareRebuild`; expects
 * `touched_case` to be filled and the events of a removed source to be gone.
 * @param now the instant of the change, UTC, ISO without zone: events after it do not move the data date
 */
export async function rebuildCases(tx: Transaction, { now }: { now: string }): Promise<void> {
	await tx.run('pipeline/place/keep_events');
	await measureCases(tx, { now });
	await storeCases(tx);
}

/**
 * The first half of rebuildCases, into temporary tables alone: what becomes of the touched cases with `kept_event`,
 * the events that the store has of them, and `new_event`, those that an import adds.
 * @param placed called when these two are not needed any more
 */
export async function measureCases(
	tx: Transaction,
	{ now, placed }: { now: string; placed?: () => Promise<void> }
): Promise<void> {
	const pictures = await hasPictures(tx);
	if (pictures) await findChanges(tx);
	await tx.run('pipeline/place/match_activities');
	await tx.run('pipeline/place/find_versions');
	await findFreeSteps(tx);
	await chooseOrders(tx);
	await tx.run('pipeline/place/place_events');
	await placed?.();
	await tx.run('pipeline/place/find_data_dates', { now });
	await tx.run('pipeline/place/find_judged_cases');
	await tx.run('pipeline/place/add_standing_events');
	if (pictures) {
		await tx.run('pipeline/snapshots/find_superseded_plans');
		await tx.run('pipeline/snapshots/find_windows_in_force');
	}
	await tx.run('pipeline/states/summarise_cases');
	if ((await tx.get('pipeline/states/any_groups'))?.any)
		await tx.run('pipeline/states/find_awaiting_cases');
	await tx.run('pipeline/states/decide_states');
	await tx.run('pipeline/variants/add_variants');
	await tx.run('pipeline/variants/name_variants');
	await readNewVariants(tx);
	await tx.run('pipeline/measure/find_open_cases');
	if ((await tx.get('pipeline/measure/unstarted_events'))?.events)
		await tx.run('pipeline/measure/find_sojourns');
	await tx.run('pipeline/measure/measure_steps');
	await tx.run('pipeline/measure/measure_limits');
	await tx.run('pipeline/measure/measure_open_steps');
	if ((await tx.get('pipeline/measure/judged_outages'))?.outages)
		await tx.run('pipeline/measure/excuse_outages');
	await tx.run('pipeline/states/state_cases');
	await tx.run('pipeline/deviate/find_schedule_windows');
	await tx.run('pipeline/deviate/find_late_steps', severityLimits);
	await tx.run('pipeline/deviate/find_late_cases', severityLimits);
	await tx.run('pipeline/deviate/find_late_schedules');
	if ((await tx.get('pipeline/deviate/flow_moves'))?.any)
		await tx.run('pipeline/deviate/find_flow_deviations', { medium: mediumFlowDeviations });
	if ((await tx.get('pipeline/deviate/acting_people'))?.any)
		await tx.run('pipeline/deviate/find_wrong_actors');
	await findMissingDocuments(tx);
}

const ROOMS = ['05_macros', '10_added', '20_events', '21_cases', '22_variants', '23_results'];

/** Makes the temporary tables and expressions that one change hands from stage to stage, empty. */
export async function prepareRebuild(tx: Transaction): Promise<void> {
	for (const room of ROOMS) await tx.stage(room);
}
