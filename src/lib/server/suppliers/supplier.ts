import type { Scheme } from '$lib/domain/evaluations/scheme';
import type { ReadEvaluation, Standing } from '$lib/domain/evaluations/standing';

/** A package of a supplier, with its evaluation where it has one. */
export interface SupplierPackage {
	case: number;
	key: string;
	name: string | null;
	unit: string;
	unitName: string;
	kind: string | null;
	finished: boolean;
	endDay: string | null;
	/** Calendar days from the planned end of the work to the last handover; null where either is not known. */
	delay: number | null;
	/** By the scheme and version that are looked at. */
	evaluation: ReadEvaluation | null;
	/** By other schemes or versions, one of each: they are not averaged with those. */
	elsewhere: ReadEvaluation[];
}

/** A supplier of packages. */
export interface Supplier {
	/** Stands in addresses; says nothing of the tax number. */
	id: string;
	key: string;
	name: string;
	/** All spellings, the name among them. */
	names: string[];
	tax: string | null;
	packages: SupplierPackage[];
	standing: Standing;
	/** Finished packages, and those of them without an evaluation. */
	finished: number;
	notEvaluated: number;
	/** Packages whose work has a planned end and a handover, and those handed over later. */
	judged: number;
	late: number;
	/** Steps of SOPs that they did themselves under exactly one supplier's name: judged ones, and the late among them. */
	steps: { judged: number; late: number };
}

/** A supplier as somebody decides on it. */
export interface Named {
	/** As in addresses: the key may hold a tax number. */
	id: string;
	key: string;
	name: string;
	/** What it is known by; of a tax number its last four digits. */
	basis: { by: 'tax' | 'code' | 'name'; text: string };
}

/** Two suppliers that may be one. */
export interface MergeSuggestion {
	why: 'name' | 'code';
	a: Named;
	b: Named;
}

/** A scheme of packages in one version, and how many results were made with it. */
export interface SchemeInUse {
	scheme: Scheme;
	results: number;
}

/** A row of an office's spreadsheet that stands beside no package. */
export interface LooseRow {
	case: number;
	file: string;
	record: number;
	/** Where its page finds it. */
	source: { import: number; file: number; record: number };
	unitName: string;
	/** Of the package, as the row writes it; null where it does not. */
	code: string | null;
	name: string | null;
	supplier: string | null;
	/**
	 * `no_code`: it names no package; `unknown_code`: the office has none with its code; `ambiguous`: it has several;
	 * `unknown_scheme`: it names a scheme that nobody knows, so that its scores mean nothing; `other_supplier`: it
	 * evaluates another supplier than the one that the package names.
	 */
	why: 'no_code' | 'unknown_code' | 'ambiguous' | 'unknown_scheme' | 'other_supplier';
}

export interface Suppliers {
	/** What the suppliers rank by. */
	scheme: Scheme;
	/** All that results were made with, the chosen one among them; most results first. */
	inUse: SchemeInUse[];
	/** Rows of spreadsheets that join no package, or not without doubt. */
	loose: LooseRow[];
	/** As they rank. */
	suppliers: Supplier[];
	suggestions: MergeSuggestion[];
	merges: (Named & { joinedTo: string; confirmedBy: string; at: string })[];
}

/** Whether somebody has evaluated a package, by whatever scheme. */
export function isEvaluated({
	evaluation,
	elsewhere
}: Pick<SupplierPackage, 'evaluation' | 'elsewhere'>): boolean {
	return evaluation !== null || elsewhere.length > 0;
}
