import { redirect } from '@sveltejs/kit';
import type { Person } from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { addToken, listTokens, revokeToken } from '$lib/server/accounts/tokens';
import { currentInstant } from '$lib/server/product';
import { currentActor } from '$lib/server/web/context';
import { productStore, wholeStore } from '$lib/server/web/store';
import { answerForm } from '../form-answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { account } = ownerOf(locals);
	const tokens = await listTokens(await wholeStore(), account, currentInstant());
	const units = await (await productStore()).all('reading/units');
	return {
		filterFields: [] as const,
		origin: url.origin,
		units: units.map(({ code, name }) => ({ code, name })),
		tokens: tokens.map((row) => ({
			token: row.token,
			title: row.title,
			unit: row.unit_code,
			actions: row.actions.flatMap((action) => action ?? []),
			createdAt: row.created_at,
			expiresAt: row.expires_at,
			usedAt: row.used_at,
			revokedAt: row.revoked_at,
			inForce: row.in_force
		}))
	};
};

export const actions: Actions = {
	add: ({ request, locals }) =>
		answerForm(request, 'add', async (fields, sent) => {
			const made = await addToken(
				await wholeStore(),
				{
					person: ownerOf(locals),
					title: fields.title ?? '',
					unit: fields.unit ? fields.unit : null,
					actions: sent.getAll('action').map(String),
					days: Number(fields.days)
				},
				currentActor(),
				currentInstant()
			);
			return { message: m.accounts_token_made(), made };
		}),
	revoke: ({ request, locals }) =>
		answerForm(request, 'revoke', async (fields) => {
			const token = /^\d{1,9}$/.exec(fields.token ?? '')?.[0];
			if (token === undefined) throw new UserError('unknown_token');
			const given = { token: Number(token), account: ownerOf(locals).account };
			const ended = await revokeToken(await wholeStore(), given, currentActor(), currentInstant());
			if (!ended) throw new UserError('unknown_token');
			return { message: m.accounts_token_revoked() };
		})
};

function ownerOf(locals: App.Locals): Person & { account: number } {
	const { person } = locals.identity;
	if (person?.by === 'demo') redirect(303, '/');
	if (person?.account == null) throw new UserError('unknown_account');
	return { ...person, account: person.account };
}
