import { error } from '@sveltejs/kit';
import { isApproved, isOverdue } from '$lib/domain/evaluations/flow';
import { schemeSchema } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import { parseFilters } from '$lib/domain/filters/filters';
import { m } from '$lib/paraglide/messages';
import { currentInstant } from '$lib/server/product';
import { trendOfMonths } from '$lib/server/suppliers/figures';
import { listServices, localDate } from '$lib/server/suppliers/services/list';
import { stateOf } from '$lib/server/suppliers/services/sheets';
import { standingsOf, type ServiceStanding } from '$lib/server/suppliers/services/standings';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const now = currentInstant();
	const number = /^\d{1,9}$/.test(params.service) ? Number(params.service) : -1;
	const [service] = await listServices(store, { unit: null, service: number, now });
	if (!service) error(404, m.error_service_not_found());
	const [all, documents] = await Promise.all([
		store.all('suppliers/services/sheets', { unit: null, service: null, sheet: null }),
		store.all('suppliers/services/document_history', { service: number })
	]);
	const sheets = all.filter((sheet) => sheet.service === number);
	const approved = sheets.filter((sheet) => isApproved(stateOf(sheet)) && sheet.total !== null);
	// Results of one version only are averaged: that of the latest one. Sheets stand the latest due first.
	const latest = approved[0];
	const alike = <T extends { scheme: string | null; scheme_version: number | null }>(rows: T[]) =>
		rows.filter(
			(row) => row.scheme === latest?.scheme && row.scheme_version === latest?.scheme_version
		);
	const scheme =
		latest?.scheme_document == null ? null : schemeSchema.parse(JSON.parse(latest.scheme_document));
	const [own] = standingsOf(alike(approved));
	return {
		filterFields: [] as const,
		filters,
		service,
		documents,
		scheme: scheme && {
			...{ id: scheme.id, title: scheme.title, version: scheme.version },
			most: scheme.scale.most
		},
		mean: own ? plainTotal(own.sum) / own.approved : null,
		n: own?.approved ?? 0,
		/** Approved with other versions. */
		others: approved.length - (own?.approved ?? 0),
		profile: (scheme?.aspects ?? []).map(({ id, title, weight }) => ({
			...{ title, weight },
			mean: own?.aspects[id] ?? null,
			n: own?.approved ?? 0,
			others: meanOf(standingsOf(alike(all)), id)
		})),
		trend: trendOfMonths(
			alike(approved).map(({ due, total }) => ({ day: due, total: Number(total) }))
		),
		sheets: sheets.map((sheet) => {
			const state = stateOf(sheet);
			return {
				...{ sheet: sheet.sheet, due: sheet.due, state },
				overdue: isOverdue({ state, due: sheet.due }, localDate(now, sheet.zone)),
				total: sheet.total === null ? null : plainTotal(Number(sheet.total)),
				version: sheet.scheme_version
			};
		})
	};
};

/** The mean of an aspect over the approved sheets of all suppliers. */
function meanOf(standings: readonly ServiceStanding[], aspect: string): number | null {
	const known = standings.flatMap(({ approved, aspects }) => {
		const mean = aspects[aspect] ?? null;
		return mean === null ? [] : [{ approved, sum: mean * approved }];
	});
	const n = known.reduce((all, { approved }) => all + approved, 0);
	return n === 0 ? null : known.reduce((all, { sum }) => all + sum, 0) / n;
}
