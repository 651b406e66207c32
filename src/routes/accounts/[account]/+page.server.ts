import { error } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { newPersonLink } from '$lib/server/accounts/links';
import { removeTotp } from '$lib/server/accounts/own-account';
import {
	changeAccount,
	findAccount,
	parseAccountNumber,
	unitsOf
} from '$lib/server/accounts/people';
import { endSessions, listSessions } from '$lib/server/accounts/sessions';
import { listTokens, revokeToken } from '$lib/server/accounts/tokens';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { currentActor } from '$lib/server/web/context';
import { sessionLimits } from '$lib/server/web/people/identify';
import { wholeStore } from '$lib/server/web/store';
import { answerForm } from '../../(account)/form-answer';
import { readUnits } from '../choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const store = await wholeStore();
	const now = currentInstant();
	const row = await find(params.account);
	const [sessions, tokens, units] = await Promise.all([
		listSessions(store, row.account, sessionLimits(), now),
		listTokens(store, row.account, now),
		store.all('reading/units')
	]);
	return {
		filterFields: [] as const,
		own: locals.identity.person?.account === row.account,
		account: {
			account: row.account,
			name: row.name,
			fullName: row.full_name,
			role: row.role,
			units: unitsOf(row),
			active: row.active,
			byOffice: row.subject !== null,
			hasPassword: row.password_hash !== null,
			hasTotp: row.totp_secret !== null,
			createdAt: row.created_at
		},
		units: units.map(({ code, name }) => ({ code, name })),
		sessions: sessions.map(({ public_id, method, created_at, seen_at, address, agent }) => ({
			id: public_id,
			method,
			createdAt: created_at,
			seenAt: seen_at,
			address,
			agent,
			current: false
		})),
		tokens: tokens
			.filter(({ in_force }) => in_force)
			.map(({ token, title, unit_code, expires_at, used_at }) => ({
				token,
				title,
				unit: unit_code,
				expiresAt: expires_at,
				usedAt: used_at
			}))
	};
};

export const actions: Actions = {
	change: ({ request, params }) =>
		answerForm(request, 'change', async (fields, sent) => {
			const { account } = await find(params.account);
			const given = {
				account,
				fullName: fields.fullName ?? '',
				role: fields.role ?? '',
				units: readUnits(sent),
				active: sent.has('active')
			};
			await changeAccount(await wholeStore(), given, currentActor(), currentInstant());
			return { message: m.accounts_saved() };
		}),
	link: ({ request, params, url }) =>
		answerForm(request, 'link', async () => {
			const { account, full_name: name } = await find(params.account);
			const link = await newPersonLink(
				await wholeStore(),
				account,
				currentActor(),
				currentInstant()
			);
			return { link: `${url.origin}/link/${link}`, name };
		}),
	endSessions: ({ request, params }) =>
		answerForm(request, 'sessions', async () => {
			const { account, name } = await find(params.account);
			const given = { account, name, except: null };
			const count = await endSessions(await wholeStore(), given, currentActor(), currentInstant());
			return { message: m.accounts_sessions_ended({ count }) };
		}),
	removeTotp: ({ request, params }) =>
		answerForm(request, 'totp', async () => {
			const { account } = await find(params.account);
			await removeTotp(await wholeStore(), account, currentActor(), currentInstant());
			return { message: m.accounts_totp_removed() };
		}),
	revokeTokens: ({ request, params }) =>
		answerForm(request, 'tokens', async () => {
			const { account } = await find(params.account);
			const store = await wholeStore();
			const now = currentInstant();
			const tokens = (await listTokens(store, account, now)).filter(({ in_force }) => in_force);
			for (const { token } of tokens)
				await revokeToken(store, { token, account }, currentActor(), now);
			return { message: m.accounts_tokens_revoked({ count: tokens.length }) };
		})
};

async function find(text: string) {
	try {
		return await findAccount(await wholeStore(), parseAccountNumber(text));
	} catch (cause) {
		if (cause instanceof UserError) error(statusOfError(cause), describeError(cause) ?? cause.code);
		throw cause;
	}
}
