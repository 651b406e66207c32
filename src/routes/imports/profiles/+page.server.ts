import { mayDo } from '$lib/domain/accounts/rights';
import { spellings } from '$lib/domain/importing/spellings';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { loadProfiles } from '$lib/server/importing/profiles';
import {
	addProfile,
	listSavedProfiles,
	removeSavedProfile
} from '$lib/server/importing/saved-profiles';
import { currentInstant } from '$lib/server/product';
import { currentName, noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import { answerForm } from '../../(account)/form-answer';
import type { Actions, PageServerLoad } from './$types';

/** The longest profile that comes with the product has a tenth of this. */
const longest = 50_000;

export const load: PageServerLoad = async ({ locals }) => {
	const store = await productStore();
	const { person } = locals.identity;
	return {
		filterFields: [] as const,
		mayChange: person !== undefined && mayDo('/imports/profiles', 'POST ?/add', person),
		shipped: loadProfiles(store.home).profiles.map(({ id, title, form, recognise }) => ({
			...{ id, title, form },
			columns: recognise.map((choice) => spellings(choice)[0] ?? '')
		})),
		saved: (await listSavedProfiles(store)).map((saved) => ({
			number: saved.number,
			name: saved.name,
			mapping: saved.header !== '',
			form: saved.profile.form,
			columns: saved.profile.recognise.map((choice) => spellings(choice)[0] ?? ''),
			by: saved.savedBy,
			at: saved.savedAt
		}))
	};
};

export const actions: Actions = {
	add: ({ request }) =>
		answerForm(request, 'add', async ({ text = '' }) => {
			if (text.length > longest) throw new UserError('import_profile_long', { most: longest });
			const { profile } = await addProfile(await productStore(), {
				...{ text, by: currentName(), now: currentInstant() }
			});
			await noteAct({ action: 'profile_added', object: profile.id, detail: { text } });
			return { message: m.imports_profiles_added({ profile: profile.id }) };
		}),
	remove: ({ request }) =>
		answerForm(request, 'remove', async (fields) => {
			const number = /^\d{1,9}$/.exec(fields.number ?? '')?.[0] ?? '0';
			await removeSavedProfile(await productStore(), Number(number));
			await noteAct({ action: 'profile_removed', object: number });
			return { message: m.imports_profiles_removed() };
		})
};
