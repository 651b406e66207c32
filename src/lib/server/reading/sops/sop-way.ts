import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import type { Reading } from '../../database/store';
import { stepNumbers } from '../../reference/sops';

/** What a number of the sheet counts: cases through a step, or cases that took a way between two steps. */
export interface SheetWayCases {
	/** `7 → 9` or `7`, by the numbers of the document; an end is `•`. */
	name: string;
	variants: number[];
}

/**
 * Finds what an address asks for, `step=7` or `way=7>9`, in the SOP in force, so that the list of cases holds just those that
 * the sheet counts. null where the address names neither.
 * @throws UserError `mining_path` {path} for what the SOP does not have
 */
export async function readSheetWay(
	store: Reading,
	sopId: string,
	params: URLSearchParams
): Promise<SheetWayCases | null> {
	const stepId = params.get('step');
	const way = params.get('way');
	if (stepId === null && way === null) return null;
	const path = stepId ?? way ?? '';
	const found = await store.get('sop/version', { sop: sopId });
	if (!found) throw new UserError('mining_path', { path });
	const sop = JSON.parse(found.document) as Sop;
	const numbers = stepNumbers(sop);
	const end = (id: string): { number: number | null; name: string } => {
		if (id === '') return { number: null, name: '•' };
		const number = numbers.get(id);
		if (number === undefined) throw new UserError('mining_path', { path });
		return { number, name: sop.steps.find((step) => step.id === id)?.no ?? id };
	};
	const { version } = found;
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
