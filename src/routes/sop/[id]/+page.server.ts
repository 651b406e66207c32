import { fail, redirect } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { sheetLead } from '$lib/server/reading/sops/sop-lead';
import { readSheet } from '$lib/server/reading/sops/sop-sheet';
import { confirmInference } from '$lib/server/reference/sops/confirm';
import { isShipped, removeSop } from '$lib/server/reference/sops/own-sops';
import { noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';
import { readShow } from './show';

export const load: PageServerLoad = async ({ url, params, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const scope = await scopeOfFilters(store, { ...filters, sop: null });
	const sheet = await readSheet(store, params.id, scope, url.searchParams.get('version') || null);
	const filterFields: FilterField[] = ['unit', 'period'];
	const { person } = locals.identity;
	return {
		filterFields,
		filters,
		show: readShow(url.searchParams.get('show')),
		sheet,
		mayAdd: person !== undefined && mayDo('/sop/new', 'POST ?/add', person),
		mayRemove:
			person !== undefined &&
			mayDo('/sop/[id]', 'POST ?/remove', person) &&
			!isShipped(store.home, sheet.sop),
		lead: sheetLead(sheet)
	};
};

export const actions: Actions = {
	remove: async ({ params, url }) => {
		let left: number;
		try {
			const removed = await removeSop(await productStore(), {
				id: params.id,
				version: url.searchParams.get('version') || null,
				now: currentInstant()
			});
			left = removed.left;
			await noteAct({
				action: 'sop_removed',
				object: params.id,
				detail: { versionsLeft: left, document: JSON.stringify(removed.sop) }
			});
		} catch (error) {
			const message = describeError(error);
			if (!(error instanceof UserError) || message === undefined) throw error;
			return fail(422, { refused: message });
		}
		redirect(303, left > 0 ? `/sop/${params.id}` : '/sop');
	},
	confirm: async ({ request, params, locals, url }) => {
		const form = await request.formData();
		// A visitor of a demonstration has no name of their own.
		const { person } = locals.identity;
		const by = person?.account == null ? String(form.get('by') ?? '') : person.fullName;
		const chosen = form.getAll('value').map(String);
		const values = chosen.map((text) => {
			const [stepId = '', field = '', target = ''] = text.split('|');
			return { stepId, field, target };
		});
		try {
			const store = await productStore();
			const done = await confirmInference(store, {
				sop: params.id,
				version: url.searchParams.get('version') || null,
				values,
				by,
				now: currentInstant()
			});
			await noteAct({
				action: 'inference_confirmed',
				object: params.id,
				detail: { by, values: chosen }
			});
			return { done };
		} catch (error) {
			const message = describeError(error);
			if (!(error instanceof UserError) || message === undefined) throw error;
			return fail(422, { message, by, chosen });
		}
	}
};
