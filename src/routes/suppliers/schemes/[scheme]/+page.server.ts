import { error } from '@sveltejs/kit';
import { mayOpen } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '$lib/server/errors/describe';
import { nameOf } from '$lib/server/suppliers/schemes/of-packages';
import { countResults } from '$lib/server/suppliers/schemes/results';
import { currentVersion, findSchemeHistory } from '$lib/server/suppliers/schemes/versions';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const history = await findSchemeHistory(store, params.scheme).catch((cause: unknown) => {
		if (cause instanceof UserError) error(404, describeError(cause) ?? cause.code);
		throw cause;
	});
	const results = await countResults(store);
	const current = currentVersion(history);
	const asked = Number(url.searchParams.get('version'));
	const { scheme } = history.find(({ scheme: { version } }) => version === asked) ?? current;
	const { person } = locals.identity;
	return {
		filterFields: [] as const,
		filters,
		canEdit: person !== undefined && mayOpen('/suppliers/schemes/[scheme]/edit', person),
		scheme,
		current: current.scheme.version,
		history: history
			.map(({ scheme: one, by, at, note }) => ({
				...{ version: one.version, by, at, note },
				results: results.get(nameOf(one)) ?? 0
			}))
			.reverse()
	};
};
