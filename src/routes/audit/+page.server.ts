import { parseAuditFilters, readAudit } from '$lib/server/audit/read';
import { wholeStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const before = /^\d{1,15}$/.exec(url.searchParams.get('before') ?? '')?.[0];
	const filters = parseAuditFilters(url.searchParams);
	return {
		filterFields: [] as const,
		filters,
		first: before === undefined,
		record: await readAudit(
			await wholeStore(),
			filters,
			before === undefined ? null : Number(before)
		)
	};
};
