import { error, redirect, type Actions } from '@sveltejs/kit';
import { formOfScheme, readSchemeForm, schemeOfForm } from '$lib/domain/evaluations/scheme-form';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import {
	currentVersion,
	findSchemeHistory,
	saveScheme
} from '$lib/server/suppliers/schemes/versions';
import { currentName, noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import { answerForm } from '../../../parts/form-answer';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const { filters } = parseFilters(url.searchParams);
	const history = await findSchemeHistory(await productStore(), params.scheme).catch(
		(cause: unknown) => {
			if (cause instanceof UserError) error(404, describeError(cause) ?? cause.code);
			throw cause;
		}
	);
	const { scheme } = currentVersion(history);
	const { id, title, version } = scheme;
	return {
		filterFields: [] as const,
		filters,
		scheme: { id, title, version },
		draft: formOfScheme(scheme)
	};
};

export const actions: Actions = {
	save: async ({ request, params }) => {
		const answer = await answerForm(request, async (field, fields) => {
			const store = await productStore();
			const history = await findSchemeHistory(store, params.scheme ?? '');
			const { id, subject } = currentVersion(history).scheme;
			const scheme = await saveScheme(
				store,
				{
					scheme: schemeOfForm(readSchemeForm(fields), { id, subject }),
					basedOn: Number(field('version')),
					note: field('note')
				},
				{ by: currentName(), now: currentInstant() }
			);
			await noteAct({
				action: 'scheme_saved',
				object: id,
				detail: { version: scheme.version, text: JSON.stringify(scheme) }
			});
			return id;
		});
		if ('ok' in answer && answer.ok) redirect(303, `/suppliers/schemes/${answer.message}`);
		return answer;
	}
};
