import { fail, redirect, type Actions } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { readImports } from '$lib/server/reading/imports/imports';
import { removeSamples } from '$lib/server/samples/remove';
import { discardDraft, listDrafts } from '$lib/server/uploads/drafts';
import { uploadSettings } from '$lib/server/uploads/settings';
import { currentOwner, noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const store = await productStore();
	const before = /^\d{1,9}$/.exec(url.searchParams.get('before') ?? '')?.[0];
	const undone = /^\d{1,9}$/.exec(url.searchParams.get('undone') ?? '')?.[0];
	return {
		filterFields: [] as const,
		history: await readImports(store, before === undefined ? null : Number(before)),
		/** What this person began and did not finish. */
		drafts: await listDrafts(store, currentOwner(), currentInstant()),
		draftDays: uploadSettings().draftDays,
		first: before === undefined,
		/** What was just done: the import that was undone, or that the samples are gone. */
		done: {
			undone: undone === undefined ? null : Number(undone),
			samplesRemoved: url.searchParams.has('samples-removed')
		}
	};
};

export const actions: Actions = {
	forgetDraft: async ({ request }) => {
		const draft = String((await request.formData()).get('draft') ?? '');
		await discardDraft(await productStore(), draft, currentOwner());
		redirect(303, '/imports');
	},
	removeSamples: async () => {
		try {
			await removeSamples(await productStore(), { now: currentInstant() });
			await noteAct({ action: 'samples_removed', object: '' });
		} catch (error) {
			const message = describeError(error);
			if (message === undefined) throw error;
			return fail(statusOfError(error), { message });
		}
		redirect(303, '/imports?samples-removed');
	}
};
