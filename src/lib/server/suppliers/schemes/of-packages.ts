import { isSchemeName, type Scheme } from '$lib/domain/evaluations/scheme';
import type { ReadEvaluation } from '$lib/domain/evaluations/standing';
import type { Queries } from '../../database/generated/queries';
import type { LooseRow, SchemeInUse } from '../supplier';
import { PACKAGE_SCHEME } from './load';
import { currentVersion, versionOfImport, type SchemeHistory } from './versions';

/** How addresses name a version of a scheme: `lkpp-4-2021.1`. */
export function nameOf({ id, version }: Pick<Scheme, 'id' | 'version'>): string {
	return `${id}.${version}`;
}

/**
 * The version of a scheme that an imported evaluation was made with: of the scheme that its row names, else of the
 * LKPP's, that of SIKaP and INAPROC; the version in force when it came. undefined where it names one that nobody knows.
 */
export function schemeOf(
	schemes: readonly SchemeHistory[],
	row: { scheme: string | null; import: number | null }
): Scheme | undefined {
	const history = findHistory(schemes, row.scheme);
	return history && versionOfImport(history, row.import);
}

/**
 * What suppliers rank by, and what results there are: the one asked for by its name; without such results the version
 * with the most, so that a version that has just come in force hides no results, of several the LKPP's in force.
 */
export function chooseScheme(
	schemes: readonly SchemeHistory[],
	evaluations: readonly ReadEvaluation[],
	chosen: string | null
): { scheme: Scheme; inUse: SchemeInUse[] } {
	const counts = new Map<string, number>();
	for (const { scheme } of evaluations) {
		const name = nameOf(scheme);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const inUse = schemes
		.flatMap((history) => history.map(({ scheme }) => scheme))
		.flatMap((scheme) => {
			const results = counts.get(nameOf(scheme)) ?? 0;
			return results === 0 ? [] : [{ scheme, results }];
		})
		.sort((a, b) => b.results - a.results);
	const lkpp = findHistory(schemes, null);
	if (!lkpp) throw new RangeError(`no scheme ${PACKAGE_SCHEME}`);
	const usual = currentVersion(lkpp).scheme;
	const named = (name: string | null) => inUse.find(({ scheme }) => nameOf(scheme) === name);
	const most = inUse.filter(({ results }) => results === inUse[0]?.results);
	const found = named(chosen) ?? most.find(({ scheme }) => scheme === usual) ?? most[0];
	return { scheme: found?.scheme ?? usual, inUse };
}

/** The rows of spreadsheets that stand beside no package, or beside one that names another supplier, and why. */
export function looseRows(
	rows: readonly Queries['suppliers/sheet_rows']['row'][],
	schemes: readonly SchemeHistory[],
	strangers: ReadonlySet<number>
): LooseRow[] {
	return rows.flatMap((row) => {
		const why = whyLoose(row, schemes, strangers);
		if (why === null) return [];
		const { case_id, file_name, record, code, name, supplier } = row;
		return [
			{
				case: case_id,
				file: file_name,
				record,
				source: { import: row.import, file: row.file, record },
				unitName: row.unit_name,
				...{ code, name, supplier, why }
			}
		];
	});
}

function whyLoose(
	row: Queries['suppliers/sheet_rows']['row'],
	schemes: readonly SchemeHistory[],
	strangers: ReadonlySet<number>
): LooseRow['why'] | null {
	if (!findHistory(schemes, row.scheme)) return 'unknown_scheme';
	if (row.code === null) return 'no_code';
	if (row.packages === 0) return 'unknown_code';
	if (row.packages > 1) return 'ambiguous';
	return strangers.has(row.case_id) ? 'other_supplier' : null;
}

function findHistory(
	schemes: readonly SchemeHistory[],
	name: string | null
): SchemeHistory | undefined {
	return schemes.find((history) => {
		const { scheme } = currentVersion(history);
		if (scheme.subject !== 'packages') return false;
		return name === null ? scheme.id === PACKAGE_SCHEME : isSchemeName(scheme, name);
	});
}
