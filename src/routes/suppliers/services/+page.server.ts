import type { Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { plainTotal } from '$lib/domain/evaluations/score';
import { isOverdue } from '$lib/domain/evaluations/flow';
import { ENOUGH_EVALUATIONS } from '$lib/domain/evaluations/standing';
import { listSchemes } from '$lib/server/suppliers/schemes/versions';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { findUnit } from '$lib/server/offices/units';
import { currentInstant } from '$lib/server/product';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { readServiceStandings } from '$lib/server/suppliers/services/standings';
import {
	addDocument,
	addService,
	listServices,
	localDate
} from '$lib/server/suppliers/services/list';
import { planSheets, stateOf } from '$lib/server/suppliers/services/sheets';
import { currentName, noteAct } from '$lib/server/web/context';
import { answerForm, type Field } from '../parts/form-answer';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const now = currentInstant();
	const scope = await scopeOfFilters(store, filters);
	const [services, sheets, standings, units, schemes] = await Promise.all([
		listServices(store, { unit: scope.unit, now }),
		store.all('suppliers/services/sheets', { unit: scope.unit, service: null, sheet: null }),
		readServiceStandings(store, scope),
		store.all('reading/units'),
		listSchemes(store)
	]);
	const { person } = locals.identity;
	return {
		filterFields: ['unit' as const, 'period' as const],
		filters,
		canManage: person !== undefined && mayDo('/suppliers/services', 'POST ?/add', person),
		services,
		sheets: sheets.map((sheet) => ({
			sheet: sheet.sheet,
			name: sheet.name,
			supplier: sheet.supplier,
			due: sheet.due,
			state: stateOf(sheet),
			overdue: isOverdue({ state: stateOf(sheet), due: sheet.due }, localDate(now, sheet.zone)),
			total: sheet.total === null ? null : plainTotal(Number(sheet.total))
		})),
		standings: standings.map(({ sum, ...one }) => ({
			...one,
			mean: one.approved === 0 ? null : plainTotal(sum) / one.approved,
			enough: one.approved >= ENOUGH_EVALUATIONS
		})),
		most: Math.max(
			...schemes
				.flat()
				.filter(({ scheme }) => scheme.subject === 'services')
				.map(({ scheme }) => scheme.scale.most)
		),
		units: units.map(({ code, name }) => ({ code, name }))
	};
};

export const actions: Actions = {
	add: ({ request }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			const given = {
				unit: field('unit'),
				name: field('name'),
				supplier: field('supplier'),
				tax: field('tax'),
				started: field('started'),
				ended: field('ended'),
				noticeDays: Number(field('notice') || '60')
			};
			// Also whether the person sees this office.
			await findUnit(store, given.unit);
			await addService(store, given, { by: currentName(), now: currentInstant() });
			const { name, unit } = given;
			await noteAct({
				action: 'service_added',
				object: name,
				unit,
				detail: { supplier: given.supplier }
			});
			return m.services_added({ name });
		}),
	document: ({ request }) =>
		answerForm(request, async (field) => {
			const { store, found } = await seenService(field);
			const given = {
				service: found.service,
				kind: field('kind'),
				reference: field('reference'),
				validUntil: field('valid_until')
			};
			await addDocument(store, given, { by: currentName(), now: currentInstant() });
			await noteAct({
				action: 'service_document',
				object: found.name,
				unit: found.unit,
				detail: { kind: given.kind, reference: given.reference }
			});
			return m.services_document_added({ name: found.name });
		}),
	plan: ({ request }) =>
		answerForm(request, async (field) => {
			const { store, found } = await seenService(field);
			const due = field('due');
			const sheets = await planSheets(store, {
				...{ service: found.service, due, everyMonths: Number(field('months') || '0') }
			});
			await noteAct({
				action: 'sheet_planned',
				object: found.name,
				unit: found.unit,
				detail: { due, count: sheets.length }
			});
			return m.services_planned({ name: found.name, count: String(sheets.length) });
		})
};

/** The service that a form names, if the person sees its office. */
async function seenService(field: Field) {
	const store = await productStore();
	const number = /^\d{1,9}$/.exec(field('service'))?.[0];
	const found =
		number === undefined
			? undefined
			: await store.get('suppliers/services/list', { unit: null, service: Number(number) });
	if (!found) throw new UserError('service_not_found');
	return { store, found };
}
