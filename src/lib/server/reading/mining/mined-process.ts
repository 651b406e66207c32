import { NO_VERSION, type SopVersion } from '$lib/domain/sop/versions';
import type { Filters } from '$lib/domain/filters/filters';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { findScope, scopeOfFilters, type Scope } from '../scope';
import { findVersion } from '../../reference/sops/versions';
import { listVersions } from '../sops/sop-versions';
import { periodRange } from '$lib/domain/filters/period';

export type MinedStep = Queries['mining/sop_steps']['row'];

/** A process that is looked at as its cases run: of an SOP, of packages, or of a log without either. */
export interface MinedProcess {
	process: number;
	code: string;
	title: string;
	/** Of the SOP that names the steps; null for a process without one. */
	version: number | null;
	/** The versions among which the reader chooses, with their cases of the scope; none where there is but one. */
	versions: readonly SopVersion[];
	/** How the address names the one whose cases are shown; null where there is but one. */
	shown: string | null;
	/** Of the SOP, in the order of the document. */
	steps: readonly MinedStep[];
	/** What the reader looks at, within the process. */
	scope: Scope & { process: number; judged_by: number | null };
}

/** What the pages of a process say of it. */
export type MinedHead = Pick<MinedProcess, 'code' | 'title' | 'version' | 'versions' | 'shown'>;

/** What its pages say of a process. */
export function headOf({ code, title, version, versions, shown }: MinedProcess): MinedHead {
	return { code, title, version, versions, shown };
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
 * Finds a process by its code, with its SOP. Of an SOP with several versions only the cases of one are shown, as numbers, names and
 * ways of the steps are a version's: the one that is asked for (as findVersion, `none` for cases that no version judges), else of those with
 * cases in the scope the one that comes into force last. Throws UserError `unknown_sop` {sop, known} for a code that the store does not
 * have, `unknown_unit`, and of findVersion.
 */
export async function findMined(
	store: Reading,
	code: string,
	filters: Filters,
	asked: string | null = null
): Promise<MinedProcess> {
	const range = periodRange(filters.period);
	const scope = await findScope(store, {
		unit: filters.unit,
		sop: code,
		from: range?.from ?? null,
		to: range?.to ?? null
	});
	return mineScope(store, code, scope, asked);
}

/** As findMined, of a scope that was looked up. */
export async function mineScope(
	store: Reading,
	code: string,
	scope: Scope,
	asked: string | null = null
): Promise<MinedProcess> {
	const { process } = scope;
	if (process === null) throw new Error('a scope of a process without a process');
	const [known, processes] = await Promise.all([
		store.kept('mining/sop_versions', { process }),
		store.kept('reading/processes')
	]);
	const versions = known.length > 1 ? await listVersions(store, { ...scope, process }) : [];
	const chosen = versions.find(({ key }) => key === asked);
	// Says which there are.
	if (versions.length > 0 && !chosen && asked !== null && asked !== NO_VERSION)
		await findVersion(store, code, asked);
	const shown =
		chosen ?? versions.find(({ version, cases }) => version > 0 && cases > 0) ?? versions[0];
	// Cases that no version judges are read with the words of the one that comes into force last.
	const version = shown?.version || (known[0]?.version ?? null);
	const steps = version === null ? [] : await store.kept('mining/sop_steps', { version });
	const title = processes.find((row) => row.process === process)?.title ?? code;
	return {
		process,
		code,
		title,
		version,
		versions,
		shown: shown?.key ?? null,
		steps,
		scope: { ...scope, process, judged_by: shown?.version ?? null }
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
