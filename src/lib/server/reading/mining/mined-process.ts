import type { Filters } from '$lib/domain/filters/filters';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { findScope, scopeOfFilters, type Scope } from '../scope';
import { periodRange } from '$lib/domain/filters/period';

export type MinedStep = Queries['mining/sop_steps']['row'];

/** A process that is looked at as its cases run: of an SOP, of packages, or of a log without either. */
export interface MinedProcess {
	process: number;
	code: string;
	title: string;
	/** Of the SOP in force; null for a process without one. */
	version: number | null;
	/** Of the SOP, in the order of the document. */
	steps: readonly MinedStep[];
	/** What the reader looks at, within the process. */
	scope: Scope & { process: number };
}

/** The processes with cases in a scope, most cases first. Throws as findScope. */
export async function listMined(
	store: Reading,
	filters: Filters
): Promise<readonly Queries['mining/processes']['row'][]> {
	const { unit, from, to } = await scopeOfFilters(store, { ...filters, sop: null });
	return store.kept('mining/processes', { unit, from, to });
}

/**
 * Finds a process by its code, with its SOP. Throws UserError `unknown_sop` {sop, known} for a code that the store does not
 * have, and `unknown_unit`.
 */
export async function findMined(
	store: Reading,
	code: string,
	filters: Filters
): Promise<MinedProcess> {
	const range = periodRange(filters.period);
	const scope = await findScope(store, {
		unit: filters.unit,
		sop: code,
		from: range?.from ?? null,
		to: range?.to ?? null
	});
	return mineScope(store, code, scope);
}

/** As findMined, of a scope that was looked up. */
export async function mineScope(store: Reading, code: string, scope: Scope): Promise<MinedProcess> {
	const { process } = scope;
	if (process === null) throw new Error('a scope of a process without a process');
	const [[version], processes] = await Promise.all([
		store.kept('mining/version', { process }),
		store.kept('reading/processes')
	]);
	const steps = version ? await store.kept('mining/sop_steps', { version: version.version }) : [];
	const title = processes.find((row) => row.process === process)?.title ?? code;
	return {
		process,
		code,
		title,
		version: version?.version ?? null,
		steps,
		scope: { ...scope, process }
	};
}

/** What a node of a map is called. */
export interface NodeName {
	/** Number in the document; '' for what the SOP does not have. */
	no: string;
	label: string;
	/** Does the SOP have it? null where there is no SOP. */
	inSop: boolean | null;
}

/** Names the nodes of mining queries: steps by the document, the others by what the log writes. */
export function nodeName(mined: MinedProcess, node: number, text: string): NodeName {
	const step = mined.steps.find((row) => row.step === node);
	if (step) return { no: step.no, label: step.activity, inSop: true };
	return { no: '', label: text, inSop: mined.version === null ? null : false };
}
