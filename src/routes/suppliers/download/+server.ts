import { toCsv } from '$lib/domain/csv/to-csv';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { productStore } from '$lib/server/web/store';
import { localTitle, rowOf } from '../parts/supplier-looks';
import type { RequestHandler } from './$types';

/** The suppliers as they rank by the `scheme` that is looked at, all of them, as CSV. */
export const GET: RequestHandler = async ({ url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const { scheme, suppliers } = await readSuppliers(
		store,
		await scopeOfFilters(store, filters),
		url.searchParams.get('scheme')
	);
	const text = toCsv(
		[
			{ key: 'name', label: m.suppliers_name(), type: 'text' },
			{ key: 'mean', label: m.suppliers_mean(), type: 'number' },
			{ key: 'band', label: m.suppliers_band(), type: 'text' },
			{ key: 'n', label: m.suppliers_n(), type: 'number' },
			{ key: 'enough', label: m.suppliers_enough(), type: 'text' },
			{ key: 'zero', label: m.suppliers_zero(), type: 'text' },
			...scheme.aspects.map(({ id, title }) => ({
				key: id,
				label: localTitle(title),
				type: 'number' as const
			})),
			{ key: 'packages', label: m.suppliers_packages(), type: 'number' },
			{ key: 'finished', label: m.suppliers_finished(), type: 'number' },
			{ key: 'notEvaluated', label: m.suppliers_not_evaluated(), type: 'number' },
			{ key: 'judged', label: m.suppliers_judged(), type: 'number' },
			{ key: 'late', label: m.suppliers_late(), type: 'number' }
		],
		suppliers.map((one) => {
			const row = rowOf(one);
			const band = scheme.bands.find(({ id }) => id === row.band);
			return {
				...row,
				band: band && localTitle(band.title),
				enough: row.enough ? m.suppliers_enough_yes() : m.suppliers_enough_no(),
				zero: row.zero ? m.suppliers_zero() : '',
				...Object.fromEntries(
					scheme.aspects.map(({ id }) => [id, one.standing.aspects[id]?.mean ?? null])
				)
			};
		})
	);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="suppliers.csv"'
		}
	});
};
