import { mayDo } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import type { FilterField } from '$lib/components/shell/shell-data';
import { currentInstant } from '$lib/server/product';
import {
	DEVIATION_CATEGORIES,
	DEVIATION_KINDS,
	parseDeviationFilters,
	parseDeviationGroups
} from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { deviationsLead } from '$lib/server/reading/deviations/deviation-lead';
import { listDeviations, showDeviation } from '$lib/server/reading/deviations/deviation-list';
import { deviationCategoryName, deviationKindName } from '$lib/server/reading/names';
import { readPlace } from '$lib/server/reading/keyset';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';
import { followAction, followRights } from './follow/follow-action';
import { removeView, saveView } from './views/view-action';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const filters = parseDeviationFilters(url.searchParams, currentInstant());
	const [list, summary, all, documents, views] = await Promise.all([
		listDeviations(store, { scope, filters, place: readPlace(url.searchParams) }),
		summariseDeviations(store, { scope, filters }),
		// The tabs count what each of them would show.
		filters.state === null
			? null
			: summariseDeviations(store, { scope, filters: { ...filters, state: null } }),
		store.kept('deviations/document_coverage', scope),
		store.all('deviations/views/list', { owner: currentOwner() })
	]);
	const everyState = all ?? summary;
	const filterFields: FilterField[] = ['unit', 'period', 'sop'];
	return {
		filterFields,
		filters,
		kinds: DEVIATION_KINDS.map((kind) => ({ value: kind, label: deviationKindName(kind) })),
		categories: DEVIATION_CATEGORIES.map((category) => ({
			value: category,
			label: deviationCategoryName(category)
		})),
		followMay: followRights(locals.identity.person),
		lead: deviationsLead(everyState, filters.state),
		states: everyState.counts,
		summary,
		documents,
		/** By what the list is counted. */
		by: parseDeviationGroups(url.searchParams),
		views,
		mayKeepViews:
			locals.identity.person !== undefined &&
			mayDo('/deviations', 'POST ?/saveView', locals.identity.person),
		list: { ...list, rows: list.rows.map(showDeviation) }
	};
};

export const actions: Actions = {
	explain: (event) => followAction(event, 'explain'),
	ask: (event) => followAction(event, 'ask'),
	decide: (event) => followAction(event, 'decide'),
	excuse: (event) => followAction(event, 'excuse'),
	saveView: (event) => saveView(event),
	removeView: (event) => removeView(event)
};
