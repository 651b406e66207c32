import type { Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import type { ReadEvaluation } from '$lib/domain/evaluations/standing';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { scopeOfFilters, WHOLE } from '$lib/server/reading/scope';
import { bandsBy, coverageByUnit, trendOf } from '$lib/server/suppliers/figures';
import { mergeSuppliers, splitSupplier } from '$lib/server/suppliers/merges';
import { readSuppliers } from '$lib/server/suppliers/read-suppliers';
import { nameOf } from '$lib/server/suppliers/schemes/of-packages';
import { isEvaluated, type Named } from '$lib/server/suppliers/supplier';
import { currentName, noteAct } from '$lib/server/web/context';
import { answerForm } from './parts/form-answer';
import { productStore } from '$lib/server/web/store';
import { rowOf } from './parts/supplier-looks';
import type { PageServerLoad } from './$types';

const ROWS = 50;
const CONFLICTS = 20;

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const found = await readSuppliers(
		store,
		await scopeOfFilters(store, filters),
		url.searchParams.get('scheme')
	);
	const { scheme, suppliers } = found;
	const packages = suppliers.flatMap((one) => one.packages);
	const search = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
	const fits = suppliers.filter(({ names }) =>
		names.some((name) => name.toLowerCase().includes(search.toLowerCase()))
	);
	const last = Math.max(1, Math.ceil(fits.length / ROWS));
	const page = Math.min(last, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
	const conflicts = suppliers.flatMap((one) =>
		one.packages.flatMap(({ case: number, key, name, evaluation }) =>
			evaluation?.conflict
				? [{ supplier: one.name, case: number, key, name, ...totals(evaluation) }]
				: []
		)
	);
	const shownConflicts = conflicts.slice(0, CONFLICTS);
	const evidence = await store.all('suppliers/evidence', {
		cases: shownConflicts.map((one) => one.case)
	});
	const { person } = locals.identity;
	return {
		canMerge: person !== undefined && mayDo('/suppliers', 'POST ?/merge', person),
		filterFields: ['unit' as const, 'period' as const],
		filters,
		search,
		scheme: {
			name: nameOf(scheme),
			...{ id: scheme.id, title: scheme.title, version: scheme.version, source: scheme.source },
			aspects: scheme.aspects.map(({ title, weight }) => ({ title, weight })),
			most: scheme.scale.most
		},
		schemes: found.inUse.map(({ scheme: one, results }) => ({
			...{ name: nameOf(one), title: one.title, version: one.version, results }
		})),
		bands: scheme.bands,
		rows: fits.slice((page - 1) * ROWS, page * ROWS).map(rowOf),
		total: fits.length,
		...{ page, last },
		ranked: suppliers
			.filter(({ standing }) => standing.n > 0)
			.slice(0, 15)
			.map(rowOf),
		against: suppliers.filter(({ standing }) => standing.n > 0).map(rowOf),
		figures: {
			suppliers: suppliers.length,
			evaluated: suppliers.filter(({ standing }) => standing.n > 0).length,
			enough: suppliers.filter(({ standing }) => standing.enough).length,
			evaluations: packages.filter(({ evaluation }) => evaluation?.total != null).length,
			zero: suppliers.filter(({ standing }) => standing.zero).length,
			finished: packages.filter((one) => one.finished).length,
			notEvaluated: packages.filter((one) => one.finished && !isEvaluated(one)).length
		},
		byUnit: bandsBy(scheme, packages, ({ unitName }) => unitName, '—'),
		byKind: bandsBy(scheme, packages, ({ kind }) => kind, m.suppliers_kind_unknown()),
		trend: trendOf(packages),
		coverage: coverageByUnit(suppliers),
		conflicts: shownConflicts.map((one) => ({
			...one,
			rows: evidence.filter((row) => row.case_id === one.case).map(rowName)
		})),
		conflictsInAll: conflicts.length,
		loose: found.loose.slice(0, CONFLICTS),
		looseInAll: found.loose.length,
		suggestions: found.suggestions.map(({ why, a, b }) => ({ why, a: shown(a), b: shown(b) })),
		merges: found.merges.map((one) => ({ ...shown(one), by: one.confirmedBy, at: one.at }))
	};
};

/** Where a row of a file stands. */
function rowName(row: { file_name: string; import: number; file: number; record: number }) {
	const { file_name, import: number, file, record } = row;
	return { file: file_name, record, source: { import: number, file, record } };
}

function totals(evaluation: ReadEvaluation) {
	const { computed, stated, other } = evaluation;
	return { computed, stated, other };
}

/** Keys hold tax numbers, which a page needs not: they stay here. */
function shown({ id, name, basis }: Named) {
	return { id, name, basis };
}

export const actions: Actions = {
	merge: ({ request }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			const { suggestions } = await readSuppliers(store, WHOLE);
			const pair = suggestions.find(
				({ a, b }) => a.id === field('supplier') && b.id === field('into')
			);
			if (!pair) throw new UserError('supplier_merge_unknown');
			const { a, b } = pair;
			await mergeSuppliers(store, {
				...{ key: a.key, into: b.key, by: currentName(), now: currentInstant() }
			});
			await noteAct({ action: 'supplier_merged', object: b.name, detail: { with: a.name } });
			return m.suppliers_merge_done({ name: b.name });
		}),
	split: ({ request }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			const { merges } = await readSuppliers(store, WHOLE);
			const merge = merges.find(({ id }) => id === field('supplier'));
			if (!merge) throw new UserError('supplier_merge_unknown');
			await splitSupplier(store, merge.key);
			await noteAct({ action: 'supplier_split', object: merge.name });
			return m.suppliers_split_done({ name: merge.name });
		})
};
