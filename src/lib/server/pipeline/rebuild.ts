import { severityLimits } from '$lib/domain/deviations/severity';
import type { Transaction } from '../database/store';
import { readNewVariants } from './variants';

/**
 * Puts the events of the touched cases in order and works out everything that rests on them: working time,
 * SOP version, variant and moves, state, measurements, deviations; and judges the open cases of a unit anew
 * when its data date moved. Runs inside the transaction of the change, after `staging/*` was made; expects
 * `touched_case` and `new_event` to be filled and the events of a removed source to be gone.
 * @param now the instant of the change, UTC, ISO without zone: events after it do not move the data date
 */
export async function rebuildCases(tx: Transaction, { now }: { now: string }): Promise<void> {
	await tx.run('pipeline/forget_activity_steps');
	await tx.run('pipeline/match_activities');
	await tx.run('pipeline/keep_events');
	await tx.run('pipeline/forget_events');
	await tx.run('pipeline/find_versions');
	await tx.run('pipeline/place_events');
	await tx.run('pipeline/remember_data_dates');
	await tx.run('pipeline/forget_data_dates');
	await tx.run('pipeline/find_data_dates', { now });
	await tx.run('pipeline/find_judged_cases');
	await judgeCases(tx);
}

/** Works out state, measurements and deviations of the cases in `judged_case`. */
async function judgeCases(tx: Transaction): Promise<void> {
	await tx.run('pipeline/summarise_cases');
	await tx.run('pipeline/decide_states');
	await tx.run('pipeline/add_variants');
	await tx.run('pipeline/name_variants');
	await readNewVariants(tx);
	await tx.run('pipeline/forget_measurements');
	await tx.run('pipeline/find_sojourns');
	await tx.run('pipeline/measure_steps');
	await tx.run('pipeline/measure_limits');
	await tx.run('pipeline/measure_open_steps');
	if ((await tx.get('pipeline/judged_outages'))?.outages) await tx.run('pipeline/excuse_outages');
	await tx.run('pipeline/forget_case_states');
	await tx.run('pipeline/state_cases');
	await tx.run('pipeline/forget_unused_moves');
	await tx.run('pipeline/forget_unused_variants');
	await tx.run('pipeline/forget_schedule_windows');
	await tx.run('pipeline/find_schedule_windows');
	await tx.run('pipeline/forget_deviations');
	await tx.run('pipeline/find_late_steps', severityLimits);
	await tx.run('pipeline/find_late_cases', severityLimits);
	await tx.run('pipeline/find_late_schedules');
}

/** Empties the tables that one change hands from stage to stage. */
export async function prepareRebuild(tx: Transaction): Promise<void> {
	await tx.run('staging/00_macro_office_seconds');
	await tx.run('staging/00_macro_second_of_day');
	await tx.run('staging/00_macro_uncovered');
	await tx.run('staging/00_macro_zone_hours');
	await tx.run('staging/01_touched_case');
	await tx.run('staging/02_judged_case');
	await tx.run('staging/03_new_event');
	await tx.run('staging/04_kept_event');
	await tx.run('staging/05_touched_version');
	await tx.run('staging/06_case_summary');
	await tx.run('staging/07_former_data_date');
	await tx.run('staging/08_decided_case');
	await tx.run('staging/09_macro_days');
	await tx.run('staging/09_macro_reading_place');
	await tx.run('staging/09_sojourn');
	await tx.run('staging/09_case_variant');
}
