import { STATUS_LOOKS, isStatus } from '$lib/components/figures/status';
import { toCsv } from '$lib/domain/csv/to-csv';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { listPackages, readPackageChoice } from '$lib/server/reading/packages/package-list';
import { choosePackages } from '$lib/server/reading/packages/packages';
import { productStore } from '$lib/server/web/store';
import { localTitle, planLook, planOf } from '../package-looks';
import type { RequestHandler } from './$types';

const MOST = 1_000_000;

/** The packages of the list, all pages, as CSV. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const found = await choosePackages(store, url.searchParams.get('source'), filters);
	const choice = readPackageChoice(url.searchParams);
	const rows = found
		? (await listPackages(store, { ...found, choice, place: null, most: MOST })).rows
		: [];
	const stages = found?.funnel.stages ?? [];
	const text = toCsv(
		[
			{ key: 'case_key', label: m.packages_csv_key(), type: 'text' },
			{ key: 'name', label: m.packages_csv_name(), type: 'text' },
			{ key: 'office', label: m.packages_csv_office(), type: 'text' },
			{ key: 'unit', label: m.packages_csv_unit(), type: 'text' },
			{ key: 'parent_key', label: m.packages_csv_parent(), type: 'text' },
			{ key: 'method', label: m.packages_csv_method(), type: 'text' },
			{ key: 'state', label: m.packages_csv_state(), type: 'text' },
			{ key: 'stages', label: m.packages_csv_stage(), type: 'text' },
			{ key: 'contract_value', label: m.packages_csv_contract(), type: 'number' },
			{ key: 'estimate_value', label: m.packages_csv_estimate(), type: 'number' },
			{ key: 'planned_day', label: m.packages_csv_planned(), type: 'date' },
			{ key: 'document_day', label: m.packages_csv_document(), type: 'date' },
			{ key: 'plan', label: m.packages_csv_plan(), type: 'text' },
			{ key: 'delay', label: m.packages_csv_delay(), type: 'number' },
			{ key: 'last_event', label: m.packages_csv_last(), type: 'date' }
		],
		rows.map((row) => {
			const plan = planOf(row);
			const { places, state, ...cells } = row;
			return {
				...cells,
				state: isStatus(state) ? STATUS_LOOKS[state].word() : state,
				stages: stages
					.filter(({ place }) => places.includes(place))
					.map(({ title }) => localTitle(title))
					.join('; '),
				plan: plan && planLook(plan).word()
			};
		})
	);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="packages.csv"'
		}
	});
};
