import { newPersonLink } from '$lib/server/accounts/links';
import { addAccount } from '$lib/server/accounts/people';
import { currentInstant } from '$lib/server/product';
import { currentActor } from '$lib/server/web/context';
import { wholeStore } from '$lib/server/web/store';
import { answerForm } from '../(account)/form-answer';
import { readUnits } from './choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const store = await wholeStore();
	const [accounts, units] = await Promise.all([
		store.all('accounts/people/list'),
		store.all('reading/units')
	]);
	return {
		filterFields: [] as const,
		accounts: accounts.map((row) => ({
			account: row.account,
			name: row.name,
			fullName: row.full_name,
			role: row.role,
			units: row.all_units ? null : (row.units?.flatMap((code) => code ?? []) ?? []),
			active: row.active,
			byOffice: row.subject !== null,
			hasPassword: row.has_password,
			hasTotp: row.has_totp,
			seenAt: row.seen_at
		})),
		units: units.map(({ code, name }) => ({ code, name }))
	};
};

export const actions: Actions = {
	add: ({ request, url }) =>
		answerForm(request, 'add', async (fields, sent) => {
			const store = await wholeStore();
			const now = currentInstant();
			const given = {
				name: fields.name ?? '',
				fullName: fields.fullName ?? '',
				role: fields.role ?? '',
				units: readUnits(sent)
			};
			const account = await store.writeAside((tx) => addAccount(tx, given, currentActor(), now));
			const link = await newPersonLink(store, account, currentActor(), now);
			return { link: `${url.origin}/link/${link}`, name: given.fullName };
		})
};
