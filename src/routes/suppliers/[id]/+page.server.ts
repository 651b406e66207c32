import { error } from '@sveltejs/kit';
import { seesPersonalData } from '$lib/domain/accounts/rights';
import { plainTotal } from '$lib/domain/evaluations/score';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { trendOf } from '$lib/server/suppliers/figures';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { productStore } from '$lib/server/web/store';
import { rowOf } from '../parts/supplier-looks';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const chosen = url.searchParams.get('scheme');
	const { scheme, suppliers } = await readSuppliers(
		store,
		await scopeOfFilters(store, filters),
		chosen
	);
	const found = suppliers.find(({ id }) => id === params.id);
	if (!found) error(404, m.suppliers_not_found());
	const { person } = locals.identity;
	const everyone = suppliers.flatMap(({ packages }) => packages);
	return {
		filterFields: ['unit' as const, 'period' as const],
		filters,
		supplier: rowOf(found),
		names: found.names,
		tax: person && seesPersonalData(person) ? found.tax : null,
		scheme: { id: scheme.id, title: scheme.title, version: scheme.version, chosen },
		most: scheme.scale.most,
		bands: scheme.bands,
		profile: scheme.aspects.map(({ id, title, weight }) => {
			const all = everyone.flatMap(({ evaluation }) => evaluation?.aspects[id] ?? []);
			return {
				title,
				weight,
				mean: found.standing.aspects[id]?.mean ?? null,
				n: found.standing.aspects[id]?.n ?? 0,
				others: all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length
			};
		}),
		trend: trendOf(found.packages),
		packages: found.packages.map(({ evaluation, elsewhere, case: number, ...one }) => ({
			...one,
			case: number,
			elsewhere: elsewhere.map(({ scheme: madeWith, total, band }) => ({
				...madeWith,
				total: total === null ? null : plainTotal(total),
				band: band?.title ?? null
			})),
			total: evaluation?.total == null ? null : plainTotal(evaluation.total),
			band: evaluation?.band?.id ?? null,
			conflict: evaluation?.conflict ?? false,
			evaluated: evaluation !== null,
			aspects: scheme.aspects.map(({ id }) => evaluation?.aspects[id] ?? null),
			comments: scheme.aspects.flatMap(({ id, title }) => {
				const text = evaluation?.comments[id];
				return text === undefined ? [] : [{ title, text }];
			})
		}))
	};
};
