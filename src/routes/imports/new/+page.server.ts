import { redirect } from '@sveltejs/kit';
import { loadProfiles } from '$lib/server/importing/profiles';
import { listSavedProfiles } from '$lib/server/importing/saved-profiles';
import { readDraft } from '$lib/server/uploads/drafts';
import { jobOfDraft } from '$lib/server/uploads/jobs';
import { uploadLimit } from '$lib/server/uploads/limit';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const store = await productStore();
	const number = url.searchParams.get('draft');
	const owner = currentOwner();
	const job = number === null ? undefined : jobOfDraft(number, owner);
	// What was imported while the page was away has its own page.
	if (job?.state === 'done' && job.action === 'import' && job.result && 'import' in job.result)
		redirect(303, `/imports/${job.result.import ?? ''}`);
	const [saved, processes, units, texts, draft] = await Promise.all([
		listSavedProfiles(store),
		store.all('reading/processes'),
		store.all('reading/units'),
		store.all('uploads/steps/sop_texts'),
		number === null ? undefined : readDraft(store, number, owner)
	]);
	return {
		filterFields: [] as const,
		/** By which the browser recognises a file as the importer will. */
		profiles: [
			...loadProfiles(store.home).profiles,
			// What was mapped by hand comes back as a reading; what was written is recognised as the others are.
			...saved.flatMap(({ header, profile }) => (header === '' ? [profile] : []))
		],
		sops: processes
			.filter(({ kind }) => kind === 'sop')
			.map(({ code, title }) => ({ code, title })),
		/** The texts under which the steps of each SOP are known: a file that names them is probably its log. */
		texts: processes.map(({ code }) => ({
			sop: code,
			names: texts.flatMap(({ sop, name }) => (sop === code ? name : []))
		})),
		offices: units.map(({ code, name }) => ({ code, name })),
		/** Bytes. */
		limit: uploadLimit(),
		/** What was begun before, with the job that runs for it. */
		draft: draft ? { ...draft, job: job?.state === 'running' ? job.id : null } : null,
		/** An import was asked for that is there no more. */
		gone: number !== null && draft === undefined,
		/** What a text means holds for all offices: who is held to some does not say it. */
		mayConfirm: locals.identity.person?.units === null
	};
};
