import type { PageLoad } from './$types';

/** Nothing to filter: what was asked for is not shown. */
export const load: PageLoad = () => ({ filterFields: [] as const });
