import { error } from '@sveltejs/kit';
import type { FilterField } from '$lib/components/shell/shell-data';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { deviationsOfCase } from '$lib/server/reading/deviations/deviation-list';
import { parseImportNumber } from '$lib/server/reading/imports/imports';
import { readSourceRow } from '$lib/server/reading/imports/rows/source-rows';
import { readWholeNumber } from '$lib/server/reading/keyset';
import { hidesPersonalData, shownValue } from '$lib/server/web/answers/personal-data';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const found = await readSourceRow(store, {
		import: parseImportNumber(params.id),
		file: readWholeNumber(url.searchParams, 'file'),
		record: readWholeNumber(url.searchParams, 'row')
	}).catch((cause: unknown) => {
		// A row that is not there is no fault of the server.
		if (cause instanceof UserError) error(statusOfError(cause), describeError(cause) ?? cause.code);
		throw cause;
	});
	const own = new Set(found.events.map(({ event }) => event));
	const cases = [...new Set(found.events.map(({ case_id }) => case_id))];
	const deviations = await Promise.all(cases.map((one) => deviationsOfCase(store, one)));
	const filterFields: FilterField[] = [];
	return {
		filterFields,
		found: {
			...found,
			rows: found.rows.map((row) => ({
				...row,
				entries:
					row.entries?.map(([column, value]): [string, string] => [
						column,
						shownValue(locals, column, value)
					]) ?? null,
				// Told into columns it is shown by these, which say what is personal.
				text: row.entries ? '' : shownValue(locals, null, row.text)
			})),
			facts: found.facts.map((fact) => ({
				...fact,
				stated: shownValue(locals, null, fact.stated)
			})),
			reject: found.reject && {
				...found.reject,
				value: shownValue(locals, found.reject.column_name, found.reject.value)
			}
		},
		masked: hidesPersonalData(locals),
		deviations: deviations
			.flat()
			.filter(({ event }) => event !== null && own.has(event))
			.map(({ id, sentence, severity, state }) => ({ id, sentence, severity, state }))
	};
};
