import { redirect } from '@sveltejs/kit';
import { safePath } from '$lib/domain/accounts/names';
import { hasAccounts } from '$lib/server/accounts/people';
import { signIn, signInWithCode } from '$lib/server/accounts/sign-in/sign-in';
import { readOfficeSettings } from '$lib/server/accounts/sign-in/office-settings';
import { clock } from '$lib/server/web/clock';
import { readCookie, writeCookie } from '$lib/server/web/people/cookies';
import { keepSession, senderOf } from '$lib/server/web/people/sender';
import { wholeStore } from '$lib/server/web/store';
import { answerForm } from '../form-answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const next = safePath(url.searchParams.get('next'));
	if (locals.identity.person) redirect(303, next);
	const office = readOfficeSettings();
	return {
		filterFields: [] as const,
		next,
		/** Is there anybody who could sign in? */
		hasAccounts: await hasAccounts(await wholeStore()),
		office: office ? { title: office.title } : null,
		step:
			url.searchParams.get('step') === 'code' && readCookie(event, 'second') !== undefined
				? ('code' as const)
				: ('password' as const),
		/** Why the office's own sign-in sent the reader back. */
		trouble: url.searchParams.get('trouble'),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	password: async (event) => {
		const answer = await answerForm(event.request, 'password', async (fields) => {
			const signedIn = await signIn(
				await wholeStore(),
				{ name: fields.name ?? '', password: fields.password ?? '', ...senderOf(event) },
				clock
			);
			return { signedIn, next: safePath(fields.next) };
		});
		if (!('signedIn' in answer)) return answer;
		if ('second' in answer.signedIn) {
			writeCookie(event, 'second', answer.signedIn.second);
			redirect(303, `/sign-in?step=code&next=${encodeURIComponent(answer.next)}`);
		}
		keepSession(event, answer.signedIn);
		redirect(303, answer.next);
	},
	code: async (event) => {
		const answer = await answerForm(event.request, 'code', async (fields) => {
			const signedIn = await signInWithCode(
				await wholeStore(),
				{ second: readCookie(event, 'second') ?? '', code: fields.code ?? '', ...senderOf(event) },
				clock
			);
			return { signedIn, next: safePath(fields.next) };
		});
		if (!('signedIn' in answer)) return answer;
		keepSession(event, answer.signedIn);
		redirect(303, answer.next);
	}
};
