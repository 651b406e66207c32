import { error } from '@sveltejs/kit';
import type { FilterField } from '$lib/components/shell/shell-data';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { loadCase } from '$lib/server/reading/cases/case-detail';
import { caseLead } from '$lib/server/reading/cases/case-lead';
import { shownCase } from '$lib/server/web/answers/personal-data';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await loadCase(await productStore(), params.id).catch((cause: unknown) => {
		// Thrown as it is, the framework would call a case that is not there a fault of the server.
		if (cause instanceof UserError) error(statusOfError(cause), describeError(cause) ?? cause.code);
		throw cause;
	});
	// The filters travel on, but one case is not filtered.
	const filterFields: FilterField[] = [];
	return { filterFields, found: shownCase(locals, found), lead: caseLead(found) };
};
