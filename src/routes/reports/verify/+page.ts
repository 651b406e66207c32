import type { FilterField } from '$lib/components/shell/shell-data';
import type { PageLoad } from './$types';

/** A file is checked against what it says itself, whatever is filtered. */
export const load: PageLoad = () => ({ filterFields: [] as FilterField[] });
