import { redirect } from '@sveltejs/kit';
import { SHORTEST_PASSWORD } from '$lib/domain/accounts/password';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import {
	changeOwnPassword,
	confirmTotp,
	readOwnAccount,
	removeOwnTotp,
	startedTotp,
	startTotp
} from '$lib/server/accounts/own-account';
import { endSession, endSessions, listSessions } from '$lib/server/accounts/sessions';
import { currentInstant } from '$lib/server/product';
import { clock } from '$lib/server/web/clock';
import { currentActor } from '$lib/server/web/context';
import { sessionLimits } from '$lib/server/web/people/identify';
import { wholeStore } from '$lib/server/web/store';
import { answerForm } from '../form-answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { account, session } = ownOf(locals);
	const store = await wholeStore();
	const [own, sessions] = await Promise.all([
		readOwnAccount(store, account),
		listSessions(store, account, sessionLimits(), currentInstant())
	]);
	return {
		filterFields: [] as const,
		own,
		least: SHORTEST_PASSWORD,
		limits: sessionLimits(),
		/** The second factor that was begun and waits for its first code. */
		begun: own.hasTotp ? null : (startedTotp(account, own.name, Date.now()) ?? null),
		sessions: sessions.map(({ public_id, method, created_at, seen_at, address, agent, hash }) => ({
			id: public_id,
			method,
			createdAt: created_at,
			seenAt: seen_at,
			address,
			agent,
			current: hash === session
		}))
	};
};

export const actions: Actions = {
	password: ({ request, locals }) =>
		answerForm(request, 'password', async (fields) => {
			const given = {
				...ownOf(locals),
				current: fields.current ?? '',
				password: fields.password ?? '',
				repeated: fields.repeated ?? ''
			};
			await changeOwnPassword(await wholeStore(), given, currentActor(), clock());
			return { message: m.accounts_password_changed() };
		}),
	startTotp: ({ request, locals }) =>
		answerForm(request, 'totp', async (fields) => {
			const given = { account: ownOf(locals).account, password: fields.current ?? '' };
			await startTotp(await wholeStore(), given, currentActor(), Date.now());
			return { message: m.accounts_totp_begun() };
		}),
	confirmTotp: ({ request, locals }) =>
		answerForm(request, 'totp', async (fields) => {
			const given = { ...ownOf(locals), code: fields.code ?? '' };
			const codes = await confirmTotp(await wholeStore(), given, currentActor(), clock());
			return { message: m.accounts_totp_added(), codes };
		}),
	removeTotp: ({ request, locals }) =>
		answerForm(request, 'totp', async (fields) => {
			const given = { account: ownOf(locals).account, password: fields.current ?? '' };
			await removeOwnTotp(await wholeStore(), given, currentActor(), clock());
			return { message: m.accounts_totp_removed() };
		}),
	endSession: ({ request, locals }) =>
		answerForm(request, 'sessions', async (fields) => {
			const { account } = ownOf(locals);
			const given = { publicId: fields.session ?? '', account };
			await endSession(await wholeStore(), given, currentActor(), currentInstant());
			return { message: m.accounts_session_ended() };
		}),
	endOthers: ({ request, locals }) =>
		answerForm(request, 'sessions', async () => {
			const { account, session } = ownOf(locals);
			const given = { account, name: currentActor().name, except: session };
			const ended = await endSessions(await wholeStore(), given, currentActor(), currentInstant());
			return { message: m.accounts_sessions_ended({ count: ended }) };
		})
};

/** Whose page it is. A visitor of a demonstration has no account, and is led to the overview. */
function ownOf(locals: App.Locals): { account: number; session: string } {
	const { person, session } = locals.identity;
	if (person?.by === 'demo') redirect(303, '/');
	if (person?.account == null || !session) throw new UserError('unknown_account');
	return { account: person.account, session: session.hash };
}
