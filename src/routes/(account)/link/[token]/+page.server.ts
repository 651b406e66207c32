import { redirect } from '@sveltejs/kit';
import { SHORTEST_PASSWORD } from '$lib/domain/accounts/password';
import { UserError } from '$lib/domain/user-error';
import { findLink, useLink } from '$lib/server/accounts/links';
import { currentInstant } from '$lib/server/product';
import { keepSession, senderOf } from '$lib/server/web/people/sender';
import { wholeStore } from '$lib/server/web/store';
import { answerForm } from '../../form-answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const link = await findLink(await wholeStore(), params.token, currentInstant()).catch(
		(cause: unknown) => {
			if (cause instanceof UserError) return null;
			throw cause;
		}
	);
	return {
		filterFields: [] as const,
		link: link && { purpose: link.purpose, name: link.name, fullName: link.fullName },
		least: SHORTEST_PASSWORD
	};
};

export const actions: Actions = {
	default: async (event) => {
		const answer = await answerForm(event.request, 'link', async (fields) => ({
			signedIn: await useLink(
				await wholeStore(),
				{
					secret: event.params.token,
					name: fields.name ?? '',
					fullName: fields.fullName ?? '',
					password: fields.password ?? '',
					repeated: fields.repeated ?? '',
					origin: senderOf(event).origin,
					replaces: senderOf(event).replaces
				},
				currentInstant()
			)
		}));
		if (!('signedIn' in answer)) return answer;
		const { session, name } = answer.signedIn;
		if (session === undefined) redirect(303, '/sign-in?done=password');
		keepSession(event, { session, name });
		redirect(303, '/');
	}
};
