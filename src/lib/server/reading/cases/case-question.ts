import { parseFilters } from '$lib/domain/filters/filters';
import type { Store } from '../../database/store';
import { readNumber, readPath } from '../mining/map';
import { findMined } from '../mining/mined-process';
import { scopeOfFilters } from '../scope';
import { readSheetWay } from '../sops/sop-way';
import { parseCaseFilters, type CaseQuestion } from './case-list';

/** A way through a process that cases are asked for by; named where it has a name, a variant has none. */
export interface CaseWay {
	name: string | null;
}

/**
 * Reads which cases an address of the list asks for: filters, what is searched, and the variant, the path of a map or the way
 * of an SOP's sheet that they took.
 */
export async function readCaseQuestion(
	store: Store,
	params: URLSearchParams
): Promise<CaseQuestion & { way: CaseWay | null }> {
	const { filters } = parseFilters(params);
	const variant = readNumber(params, 'variant');
	const mined =
		filters.sop === null
			? null
			: await findMined(store, filters.sop, filters, params.get('version') || null);
	const path =
		mined &&
		((await readPath(store, mined, params)) ?? (await readSheetWay(store, mined.code, params)));
	return {
		scope: await scopeOfFilters(store, filters),
		status: filters.status,
		filters: parseCaseFilters(params),
		variants: path?.variants ?? (variant === null ? null : [variant]),
		way: path ? { name: path.name } : variant === null ? null : { name: null }
	};
}
