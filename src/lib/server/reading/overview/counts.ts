import type { Queries } from '../../database/generated/queries';

export type CaseRow = Queries['overview/cases']['row'];
export type DeviationRow = Queries['overview/deviations']['row'];

/** How many cases are in each state. Running ones belong to the data date, the others to their end. */
export interface CaseCounts {
	completed: number;
	running: number;
	abandoned: number;
	cancelled: number;
}

/** The deviations of a period. `open` is what stands against somebody: neither excused nor provisional. */
export interface DeviationCounts {
	open: number;
	/** The open ones by severity; together they are `open`. */
	berat: number;
	sedang: number;
	ringan: number;
	excused: number;
	provisional: number;
	/** Of the open ones, those of steps that suppliers are accountable for. */
	suppliers: number;
	/** Of the open ones, those against a case's own schedule, outside every quality standard. */
	schedule: number;
}

/** Counts cases by state. */
export function countCases(rows: readonly CaseRow[]): CaseCounts {
	const of = (state: string) =>
		sum(rows.filter((row) => row.state === state).map(({ cases }) => cases));
	return {
		completed: of('completed'),
		running: of('running'),
		abandoned: of('abandoned'),
		cancelled: of('cancelled')
	};
}

/** Counts deviations by standing and severity. */
export function countDeviations(rows: readonly DeviationRow[]): DeviationCounts {
	const of = (is: (row: DeviationRow) => boolean) =>
		sum(rows.filter(is).map(({ deviations }) => deviations));
	const open = (row: DeviationRow) => !row.excused && !row.provisional;
	return {
		open: of(open),
		berat: of((row) => open(row) && row.severity === 'berat'),
		sedang: of((row) => open(row) && row.severity === 'sedang'),
		ringan: of((row) => open(row) && row.severity === 'ringan'),
		excused: of((row) => row.excused && !row.provisional),
		provisional: of((row) => row.provisional),
		suppliers: of((row) => open(row) && row.supplier),
		schedule: of((row) => open(row) && row.schedule)
	};
}

/** Adds numbers up; of none it is 0. */
export function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
