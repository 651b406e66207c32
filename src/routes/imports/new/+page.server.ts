import { loadProfiles } from '$lib/server/importing/profiles';
import { uploadLimit } from '$lib/server/uploads/limit';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const store = await productStore();
	const [processes, units] = await Promise.all([
		store.all('reading/processes'),
		store.all('reading/units')
	]);
	return {
		filterFields: [] as const,
		/** By which the browser recognises a file as the importer will. */
		profiles: loadProfiles(store.home).profiles,
		sops: processes
			.filter(({ kind }) => kind === 'sop')
			.map(({ code, title }) => ({ code, title })),
		offices: units.map(({ code, name }) => ({ code, name })),
		/** Bytes. */
		limit: uploadLimit()
	};
};
