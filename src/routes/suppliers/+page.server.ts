import type { Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { scopeOfFilters, WHOLE } from '$lib/server/reading/scope';
import { bandsBy, coverageByUnit, trendOf } from '$lib/server/suppliers/figures';
import { mergeSuppliers, splitSupplier } from '$lib/server/suppliers/merges';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { currentName, noteAct } from '$lib/server/web/context';
import { answerForm } from './form-answer';
import { productStore } from '$lib/server/web/store';
import { rowOf } from './supplier-looks';
import type { PageServerLoad } from './$types';

const ROWS = 50;
const CONFLICTS = 20;

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const found = await readSuppliers(store, await scopeOfFilters(store, filters));
	const { scheme, suppliers } = found;
	const packages = suppliers.flatMap((one) => one.packages);
	const search = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const fits = suppliers.filter(({ names }) =>
		names.some((name) => name.toLowerCase().includes(search.toLowerCase()))
	);
	const conflicts = suppliers.flatMap((one) =>
		one.packages.flatMap(({ case: number, key, name, evaluation }) =>
			evaluation?.conflict
				? [{ supplier: one.name, case: number, key, name, ...totals(evaluation) }]
				: []
		)
	);
	const { person } = locals.identity;
	return {
		canMerge: person !== undefined && mayDo('/suppliers', 'POST ?/merge', person),
		filterFields: ['unit' as const, 'period' as const],
		filters,
		search,
		scheme: {
			title: scheme.title,
			version: scheme.version,
			source: scheme.source,
			most: scheme.scale.most
		},
		bands: scheme.bands,
		rows: (search === '' ? suppliers : fits).slice(0, ROWS).map(rowOf),
		total: fits.length,
		ranked: suppliers
			.filter(({ standing }) => standing.n > 0)
			.slice(0, 15)
			.map(rowOf),
		against: suppliers.filter(({ standing, judged }) => standing.n > 0 && judged > 0).map(rowOf),
		figures: {
			suppliers: suppliers.length,
			evaluated: suppliers.filter(({ standing }) => standing.n > 0).length,
			enough: suppliers.filter(({ standing }) => standing.enough).length,
			evaluations: packages.filter(({ evaluation }) => evaluation?.total != null).length,
			zero: suppliers.filter(({ standing }) => standing.zero).length,
			finished: packages.filter((one) => one.finished).length,
			notEvaluated: packages.filter((one) => one.finished && !one.evaluation).length
		},
		byUnit: bandsBy(scheme, packages, ({ unitName }) => unitName, '—'),
		byKind: bandsBy(scheme, packages, ({ kind }) => kind, m.suppliers_kind_unknown()),
		trend: trendOf(packages),
		coverage: coverageByUnit(suppliers),
		conflicts: conflicts.slice(0, CONFLICTS),
		conflictsInAll: conflicts.length,
		suggestions: found.suggestions,
		merges: found.merges
	};
};

function totals(evaluation: { computed: number | null; stated: number | null }) {
	return { computed: evaluation.computed, stated: evaluation.stated };
}

export const actions: Actions = {
	merge: ({ request }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			const names = await namesByKey();
			const [key, into] = [field('key'), field('into')];
			const [name, other] = [names.get(key), names.get(into)];
			if (name === undefined || other === undefined) throw new UserError('supplier_merge_unknown');
			await mergeSuppliers(store, { key, into, by: currentName(), now: currentInstant() });
			await noteAct({ action: 'supplier_merged', object: other, detail: { with: name } });
			return m.suppliers_merge_done({ name: other });
		}),
	split: ({ request }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			const { merges } = await readSuppliers(store, WHOLE);
			const merge = merges.find(({ key }) => key === field('key'));
			if (!merge) throw new UserError('supplier_merge_unknown');
			await splitSupplier(store, merge.key);
			await noteAct({ action: 'supplier_split', object: merge.name });
			return m.suppliers_split_done({ name: merge.name });
		})
};

/** The names of what is suggested to be one supplier. */
async function namesByKey(): Promise<Map<string, string>> {
	const { suggestions } = await readSuppliers(await productStore(), WHOLE);
	return new Map(suggestions.flatMap(({ a, b }) => [a, b]).map(({ key, name }) => [key, name]));
}
