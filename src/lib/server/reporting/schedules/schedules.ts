import { SCHEDULE_PERIODS, type SchedulePeriod } from '$lib/domain/reporting/schedule';
import type { ReportFormat, ReportRequest } from '$lib/domain/reporting/report';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { findScope } from '../../reading/scope';

/** Reports shown on the page; older ones stay in the store. */
const SHOWN = 100;

/** The reports that are made by themselves and those that were, of the offices that a store's view sees. */
export async function listSchedules(store: Store) {
	const [schedules, kept] = await Promise.all([
		store.all('reporting/schedules/list'),
		store.all('reporting/kept/list', { size: SHOWN })
	]);
	return { schedules, kept };
}

/** How often, by its name. @throws UserError `schedule_period` {every} */
export function parseSchedulePeriod(text: string): SchedulePeriod {
	const every = SCHEDULE_PERIODS.find((name) => name === text);
	if (!every) throw new UserError('schedule_period', { every: text });
	return every;
}

/**
 * From now on makes a report of each period that is over. Its own dates are left out: they are those of the period.
 * @param given.bound whether the person is held to some offices and so must name one of them
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError `unknown_unit`, `unknown_sop`, `schedule_unit_missing`
 */
export async function addSchedule(
	store: Store,
	given: {
		request: ReportRequest;
		format: ReportFormat;
		every: SchedulePeriod;
		bound: boolean;
		by: string;
		now: string;
	}
): Promise<void> {
	const { request, format, every, by, now } = given;
	const { unit, sop, filters, layout, locale } = request;
	if (given.bound && unit === null) throw new UserError('schedule_unit_missing');
	await findScope(store, { unit, sop, from: null, to: null });
	await store.writeAside((tx) =>
		tx.run('reporting/schedules/add', {
			...{ unit, sop, filters, every, layout, format, locale, by, now }
		})
	);
}

/**
 * Makes a report no more; those that were made are kept. Answers the office it was of.
 * @throws UserError `schedule_not_found`
 */
export async function removeSchedule(store: Store, schedule: number): Promise<string | null> {
	const found = (await store.all('reporting/schedules/list')).find(
		(row) => row.schedule === schedule
	);
	if (!found) throw new UserError('schedule_not_found');
	await store.writeAside((tx) => tx.run('reporting/schedules/forget', { schedule }));
	return found.unit_code;
}
