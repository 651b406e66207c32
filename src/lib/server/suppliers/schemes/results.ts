import type { Store } from '../../database/store';
import { WHOLE } from '../../reading/scope';
import { readSuppliers } from '../read-suppliers';
import { nameOf } from './of-packages';

/** How many results were made with each version of a scheme: evaluations of packages and filled sheets, by nameOf. */
export async function countResults(store: Store): Promise<ReadonlyMap<string, number>> {
	const [{ inUse }, sheets] = await Promise.all([
		readSuppliers(store, WHOLE),
		store.all('suppliers/schemes/sheet_uses')
	]);
	return new Map([
		...inUse.map(({ scheme, results }) => [nameOf(scheme), results] as const),
		...sheets.map((row) => [nameOf({ id: row.scheme, version: row.version }), row.sheets] as const)
	]);
}
