import { stepNumbers } from '$lib/domain/sop/graph';
import { NO_VERSION } from '$lib/domain/sop/versions';
import { UserError } from '$lib/domain/user-error';
import { versionName } from '$lib/format/sop-versions';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../../database/store';
import { findVersion } from '../../reference/sops/versions';

/** What a number of the sheet counts: cases through a step, or cases that took a way between two steps. */
export interface SheetWayCases {
	/** `7 → 9` or `7`, by the numbers of the document; an end is `•`. */
	name: string;
	variants: number[];
}

/**
 * Finds what an address asks for, `step=7` or `way=7>9`, in the version that it names by `version` (else in the one that comes into
 * force last), so that the list of cases holds just those that the sheet counts; with `version` alone, all that are judged by it.
 * null where the address names none of these.
 * @throws UserError `mining_path` {path} for what the SOP does not have, and of findVersion
 */
export async function readSheetWay(
	store: Reading,
	sopId: string,
	params: URLSearchParams
): Promise<SheetWayCases | null> {
	const stepId = params.get('step');
	const way = params.get('way');
	const asked = params.get('version') || null;
	if (stepId === null && way === null)
		return asked === null ? null : ofVersion(store, sopId, asked);
	const path = stepId ?? way ?? '';
	const { version, sop } = await findVersion(store, sopId, asked);
	const numbers = stepNumbers(sop);
	const end = (id: string): { number: number | null; name: string } => {
		if (id === '') return { number: null, name: '•' };
		const number = numbers.get(id);
		if (number === undefined) throw new UserError('mining_path', { path });
		return { number, name: sop.steps.find((step) => step.id === id)?.no ?? id };
	};
	if (stepId !== null) {
		const { number: step, name } = end(stepId);
		if (step === null) throw new UserError('mining_path', { path });
		const none = { source: null, target: null };
		const rows = await store.all('sop/variants_of_way', { version, step, ...none });
		return { name, variants: rows.map(({ variant }) => variant) };
	}
	const [from, to, ...more] = path.split('>');
	if (from === undefined || to === undefined || more.length > 0 || path === '>') {
		throw new UserError('mining_path', { path });
	}
	const [source, target] = [end(from), end(to)];
	const rows = await store.all('sop/variants_of_way', {
		version,
		step: null,
		source: source.number,
		target: target.number
	});
	return {
		name: `${source.name} → ${target.name}`,
		variants: rows.map(({ variant }) => variant)
	};
}

/** The cases that one version judges, or none. */
async function ofVersion(store: Reading, sop: string, asked: string): Promise<SheetWayCases> {
	const { process, version, effectiveFrom } = await findVersion(
		store,
		sop,
		asked === NO_VERSION ? null : asked
	);
	const none = asked === NO_VERSION;
	const rows = await store.all('sop/variants_of_version', { process, version: none ? 0 : version });
	return {
		name: none ? m.sop_version_none() : versionName(effectiveFrom),
		variants: rows.map(({ variant }) => variant)
	};
}
