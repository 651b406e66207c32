import { isOverdue } from '$lib/domain/evaluations/flow';
import type { Store } from '../../database/store';
import { sum } from '../../reading/overview/counts';
import type { Scope } from '../../reading/scope';
import { coverageByUnit } from '../figures';
import { readSuppliers } from '../read-suppliers';
import { listServices, localDate } from './list';
import { stateOf } from './sheets';

/** What waits for somebody in the evaluation of suppliers. */
export interface Attention {
	services: number;
	/** Contracts within their notice, and those that have ended. */
	ending: number;
	ended: number;
	/** The contract within its notice that ends first, with the calendar days that are left; null where none is. */
	next: { name: string; daysLeft: number } | null;
	/** Services with a document that is missing or has expired. */
	lacking: number;
	/** Sheets that were handed over and are not decided on. */
	waiting: number;
	/** Sheets behind their due date. */
	overdue: number;
	/** Finished packages of named suppliers, one of two counting for each, and those without an evaluation. */
	finished: number;
	notEvaluated: number;
}

/**
 * What waits for somebody: supporting services and sheets as of the date that their office's clock shows at an instant
 * (UTC, ISO without zone), packages that ended in the period of the scope.
 */
export async function readAttention(store: Store, scope: Scope, now: string): Promise<Attention> {
	const { unit } = scope;
	const [services, sheets, { suppliers }] = await Promise.all([
		listServices(store, { unit, now }),
		store.kept('suppliers/services/sheets', { unit, service: null, sheet: null }),
		readSuppliers(store, scope)
	]);
	const states = sheets.map((sheet) => ({ ...sheet, state: stateOf(sheet) }));
	const ending = services
		.filter(({ contract }) => contract === 'ending')
		.sort((a, b) => a.daysLeft - b.daysLeft);
	const coverage = coverageByUnit(suppliers);
	return {
		next: ending[0] ? { name: ending[0].name, daysLeft: ending[0].daysLeft } : null,
		services: services.length,
		ending: ending.length,
		ended: services.filter(({ contract }) => contract === 'ended').length,
		lacking: services.filter(({ documents }) => documents.some(({ state }) => state !== 'present'))
			.length,
		waiting: states.filter(({ state }) => state === 'filled' || state === 'received').length,
		overdue: states.filter((sheet) => isOverdue(sheet, localDate(now, sheet.zone))).length,
		finished: sum(coverage.map(({ finished }) => finished)),
		notEvaluated: sum(coverage.map(({ notEvaluated }) => notEvaluated))
	};
}
