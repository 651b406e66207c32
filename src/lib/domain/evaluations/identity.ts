/** What a row says of a supplier. */
export interface Told {
	supplier: string | null;
	/** The source's own number of the supplier. */
	code: string | null;
	/** Tax number (NPWP) as it is written. */
	tax: string | null;
	/** The package it is said of. */
	case_id: number;
}

/** A pair of suppliers that may be one: a person decides. */
export interface Suggestion {
	key: string;
	other: string;
	why: 'name' | 'code';
}

/**
 * A tax number in its one spelling of 16 digits: `01.234.567.8-901.000` and `012345678901000` are the old one of 15,
 * which became 16 with a 0 before it. null for anything else, and for one that is all zeros: it names nobody.
 * Rule: PMK 112/PMK.03/2022.
 */
export function readTaxNumber(text: string | null): string | null {
	const digits = (text ?? '').replace(/[\s.\-/]/g, '');
	if (!/^\d{15,16}$/.test(digits) || /^0+$/.test(digits)) return null;
	return digits.padStart(16, '0');
}

/** A name without its legal form, case and punctuation: `PT. Contoh Jaya, Tbk` and `contoh jaya` are the same. */
export function foldSupplierName(name: string): string {
	const words = name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.split(' ')
		.filter((word) => !FORMS.has(word));
	return words.join(' ') || name.trim().toLowerCase();
}

const FORMS = new Set([
	'pt',
	'cv',
	'ud',
	'pd',
	'fa',
	'firma',
	'tbk',
	'persero',
	'koperasi',
	'toko'
]);

/**
 * Answers the key of the supplier that a row means. The tax number decides; else the source's code, where all rows
 * with it that have a tax number agree on one; else what other rows of the same package say under the same name, since
 * the documents of one package speak of one winner; else the name.
 * @param rows all rows that are looked at together
 */
export function supplierKeys(rows: readonly Told[]): (row: Told) => string {
	const taxes = taxesByCode(rows);
	const own = ({ tax: written, code: given }: Told): string | null => {
		const tax = readTaxNumber(written);
		if (tax !== null) return `npwp:${tax}`;
		const code = given?.trim() ?? '';
		if (code === '') return null;
		const known = [...(taxes.get(code) ?? [])];
		return known.length === 1 ? `npwp:${known[0] ?? ''}` : `kode:${code}`;
	};
	const place = ({ case_id, supplier }: Told) => `${case_id} ${foldSupplierName(supplier ?? '')}`;
	const beside = group(
		rows.filter((row) => own(row) !== null && row.supplier !== null),
		place,
		(row) => own(row) ?? ''
	);
	return (row) => {
		const key = own(row);
		if (key?.startsWith('npwp:')) return key;
		// Sorted, a code comes before a tax number: the tax number is the better one.
		const said =
			row.supplier === null ? undefined : [...(beside.get(place(row)) ?? [])].sort().at(-1);
		return said ?? key ?? `nama:${foldSupplierName(row.supplier ?? '')}`;
	};
}

/**
 * Which suppliers may be one, for a person to confirm: the same name without its legal form, or the same code of the
 * source with different tax numbers.
 */
export function suggestMerges(rows: readonly Told[]): Suggestion[] {
	const keyOf = supplierKeys(rows);
	const found = new Map<string, Suggestion>();
	const note = (groups: ReadonlyMap<string, ReadonlySet<string>>, why: Suggestion['why']) => {
		for (const keys of groups.values()) {
			const [key, ...others] = [...keys].sort();
			for (const other of key === undefined ? [] : others)
				if (!found.has(`${key} ${other}`))
					found.set(`${key} ${other}`, { key: key ?? '', other, why });
		}
	};
	note(
		group(rows, (row) => foldSupplierName(row.supplier ?? ''), keyOf),
		'name'
	);
	note(
		group(rows, (row) => row.code?.trim() ?? '', keyOf),
		'code'
	);
	return [...found.values()];
}

/** Follows confirmed merges to the key that a supplier goes by; a circle ends where it began. */
export function followMerges(merges: ReadonlyMap<string, string>): (key: string) => string {
	return (key) => {
		const seen = new Set<string>();
		let at = key;
		for (let next = merges.get(at); next !== undefined && !seen.has(next); next = merges.get(at)) {
			seen.add(next);
			at = next;
		}
		return at;
	};
}

function taxesByCode(rows: readonly Told[]): Map<string, Set<string>> {
	return group(
		rows.filter(({ tax }) => readTaxNumber(tax) !== null),
		({ code }) => code?.trim() ?? '',
		({ tax }) => readTaxNumber(tax) ?? ''
	);
}

function group<T>(
	rows: readonly T[],
	by: (row: T) => string,
	what: (row: T) => string
): Map<string, Set<string>> {
	const groups = new Map<string, Set<string>>();
	for (const row of rows) {
		const name = by(row);
		if (name === '') continue;
		const known = groups.get(name);
		if (known) known.add(what(row));
		else groups.set(name, new Set([what(row)]));
	}
	return groups;
}
