import type { Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { nameOf } from '$lib/server/suppliers/schemes/of-packages';
import { countResults } from '$lib/server/suppliers/schemes/results';
import { currentVersion, importScheme, listSchemes } from '$lib/server/suppliers/schemes/versions';
import { currentName, noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import { answerForm } from '../parts/form-answer';
import { localTitle } from '../parts/supplier-looks';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const [schemes, results] = await Promise.all([listSchemes(store), countResults(store)]);
	const { person } = locals.identity;
	return {
		filterFields: [] as const,
		filters,
		canEdit: person !== undefined && mayDo('/suppliers/schemes', 'POST ?/import', person),
		saved: schemes.flat().filter(({ by }) => by !== null).length,
		schemes: schemes.map((history) => {
			const { scheme, by, at } = currentVersion(history);
			const { id, title, version, subject, source, ours } = scheme;
			return {
				...{ id, title, version, subject, source, ours, by, at },
				results: history.reduce((sum, one) => sum + (results.get(nameOf(one.scheme)) ?? 0), 0)
			};
		})
	};
};

export const actions: Actions = {
	import: ({ request }) =>
		answerForm(request, async (field) => {
			const scheme = await importScheme(
				await productStore(),
				{ text: field('text'), note: field('note') },
				{ by: currentName(), now: currentInstant() }
			);
			const { id, title, version } = scheme;
			await noteAct({
				action: 'scheme_saved',
				object: id,
				detail: { version, text: JSON.stringify(scheme) }
			});
			return m.schemes_saved({ title: localTitle(title), version: String(version) });
		})
};
