import { formatBesideLimit, formatOnClock, precisionOf, type Clock } from '$lib/format/durations';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { withEvidence } from './deviation-evidence';
import {
	DEVIATION_STATES,
	SEVERITIES,
	deviationParams,
	type DeviationFilters
} from './deviation-filters';
import { deviationSentence } from './deviation-sentence';
import type { Source } from '../cases/case-sequence';
import { markParams, readPage, writeMark, type Page, type Place } from '../keyset';
import { citedRowName, deviationCategoryName, deviationKindName } from '../names';
import type { Scope } from '../scope';

export type DeviationListRow = Queries['deviations/list']['row'];

/** A deviation as the pages show it: times are formatted, everything else can be linked and filtered. */
export interface Deviation {
	id: string;
	/** The event it was found at; null where nothing happened. */
	event: number | null;
	kind: string;
	kindName: string;
	category: string;
	categoryName: string;
	severity: string;
	state: 'open' | 'excused' | 'provisional';
	supplier: boolean;
	/** How its follow-up stands. */
	follow: string;
	/** The local date before which an explanation is asked for; null where none is. */
	due: string | null;
	sentence: string;
	unit: string;
	unitName: string;
	zone: string;
	process: string;
	processTitle: string;
	caseId: number;
	caseKey: string;
	step: { id: string; no: string; activity: string } | null;
	occurrence: number | null;
	/** The document, activity or stage that it is about. */
	object: string | null;
	/** What the log writes of the documents of the step. */
	said: string | null;
	accountable: string[];
	/** The accountable actor is inferred and not confirmed: nobody is named by the document. */
	accountableInferred: boolean;
	/** Nobody has begun the step: it is open since the one before, whose row is the source. */
	notBegun: boolean;
	/** Who did it; null where nobody is known to have. */
	acted: string | null;
	actedRole: string | null;
	/** Net of outages, in the budget's own unit; null where nothing was measured. */
	used: string | null;
	/** Gross, where it differs. */
	gross: string | null;
	/** Of it, what fell into outages; null where none did. */
	lost: string | null;
	budget: string | null;
	/** used / budget. */
	ratio: number | null;
	/** Known to the day only: `used` is the least that is possible. */
	atLeast: boolean;
	day: string | null;
	/** The first row that it rests on; `cites` says what that row tells. */
	source: (Source & { cites: string }) | null;
}

/** Rows of one page of the list. */
export const DEVIATIONS_PAGE = 25;

/** One page of the deviations of a scope, sorted as the filters ask. */
export function listDeviations(
	store: Reading,
	given: { scope: Scope; filters: DeviationFilters; place: Place<string>; size?: number }
): Promise<Page<DeviationListRow, string>> {
	const { scope, filters, place, size = DEVIATIONS_PAGE } = given;
	const params = deviationParams(scope, filters);
	return readPage({
		place,
		size,
		keyOf: ({ id, sort_value, sort_text }: DeviationListRow) =>
			writeMark({ id, value: sort_value, text: sort_text ?? '' }),
		fetch: async ({ key, backward }, rows) =>
			withEvidence(
				store,
				await store.kept('deviations/list', {
					...params,
					id: null,
					sort: filters.sort,
					descending: filters.descending,
					backward,
					...markParams(key),
					size: rows
				})
			)
	});
}

async function readRows(
	store: Reading,
	params: Queries['deviations/list']['params']
): Promise<DeviationListRow[]> {
	return withEvidence(store, await store.all('deviations/list', params));
}

/** All deviations of one case: those that stand first, the worst of them first, each by date. */
export async function deviationsOfCase(store: Reading, caseId: number): Promise<Deviation[]> {
	const rows = await readRows(store, { ...EVERY, case_id: caseId });
	const shown = rows.map(showDeviation);
	const rank = ({ state, severity }: Deviation) =>
		DEVIATION_STATES.indexOf(state) * SEVERITIES.length +
		SEVERITIES.findIndex((one) => one === severity);
	return shown.sort((one, other) => rank(one) - rank(other));
}

/** One deviation by its identity; undefined where it is not found, or no longer. */
export async function readDeviation(store: Reading, id: string): Promise<Deviation | undefined> {
	const rows = await readRows(store, { ...EVERY, id });
	return rows.map(showDeviation)[0];
}

/** What the list query is asked where nothing is filtered. */
const EVERY = {
	unit: null,
	process: null,
	from: null,
	to: null,
	kind: null,
	category: null,
	follow: null,
	as_of: null,
	id: null,
	severity: null,
	state: null,
	step: null,
	actor: null,
	party: null,
	search: null,
	case_id: null,
	progress: null,
	sort: 'day',
	descending: false,
	backward: false,
	after: null,
	after_value: null,
	after_text: null,
	size: 10_000
} as const;

/** A row of the list as the pages show it, in the reader's language. */
export function showDeviation(row: DeviationListRow): Deviation {
	const clock = (row.clock ?? 'working') as Clock;
	const seconds = clock === 'working' || clock === 'elapsed';
	const dayOnly = seconds && row.precision === 3;
	const precision = dayOnly || !seconds ? 'second' : precisionOf(row.precision);
	const time = (amount: number | null): string | null =>
		amount === null ? null : formatOnClock(amount, clock, { precision });
	const beside = (amount: number | null): string | null =>
		amount === null ? null : formatBesideLimit(amount, row.budget, clock, { precision });
	return {
		id: row.id,
		event: row.event,
		kind: row.kind,
		kindName: deviationKindName(row.kind),
		category: row.category,
		categoryName: deviationCategoryName(row.category),
		severity: row.severity,
		state: row.provisional ? 'provisional' : row.state === 'excused' ? 'excused' : 'open',
		supplier: row.supplier,
		follow: row.follow,
		due: row.due,
		sentence: deviationSentence(row),
		unit: row.unit,
		unitName: row.unit_name,
		zone: row.zone,
		process: row.process,
		processTitle: row.process_title,
		caseId: row.case_id,
		caseKey: row.case_key,
		step:
			row.step_id === null
				? null
				: { id: row.step_id, no: row.step_no ?? '', activity: row.step_activity ?? '' },
		occurrence: row.occurrence,
		object: row.object,
		said: row.said,
		accountable: (row.accountable ?? []).filter((actor) => actor !== null),
		accountableInferred: row.actors_provisional ?? false,
		notBegun: row.not_begun,
		acted: row.acted,
		actedRole: row.acted_role,
		used: beside(row.net),
		gross: row.gross === row.net ? null : beside(row.gross),
		lost:
			row.gross === null || row.net === null || row.gross <= row.net
				? null
				: time(row.gross - row.net),
		budget: row.budget === null ? null : formatOnClock(row.budget, clock),
		ratio: row.ratio,
		atLeast: dayOnly,
		day: row.day,
		source:
			row.file_name === null
				? null
				: {
						name: row.file_name,
						file: row.file ?? 0,
						record: row.record ?? 0,
						cites: citedRowName(row),
						sha256: row.sha256 ?? '',
						import: row.import ?? 0
					}
	};
}
