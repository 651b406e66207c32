import { maskPersonal } from '$lib/domain/accounts/masking';
import { seesPersonalData } from '$lib/domain/accounts/rights';
import type { CaseDetail } from '../../reading/cases/case-detail';
import type { Identity } from '../people/identify';

/** Whether numbers of persons and accounts are hidden from the sender of a request. */
export function hidesPersonalData({ identity }: { identity: Identity }): boolean {
	return !identity.person || !seesPersonalData(identity.person);
}

/** A value of a file's column as the sender of a request may see it. */
export function shownValue<Value extends string | null>(
	locals: { identity: Identity },
	column: string | null,
	value: Value
): Value | string {
	return value !== null && hidesPersonalData(locals) ? maskPersonal(column, value) : value;
}

/** A case as the sender of a request may see it: what its source rows say of people is hidden from some. */
export function shownCase(locals: { identity: Identity }, found: CaseDetail): CaseDetail {
	if (!hidesPersonalData(locals)) return found;
	const mask = <Value extends string | null>(value: Value) =>
		shownValue(locals, null, value) as Value;
	const attributes = (entries: [string, string][]): [string, string][] =>
		entries.map(([name, value]) => [name, maskPersonal(name, value)]);
	const event = (shown: CaseDetail['sequence'][number]): CaseDetail['sequence'][number] => ({
		...shown,
		requirements: mask(shown.requirements),
		outputs: mask(shown.outputs),
		object: mask(shown.object),
		attributes: attributes(shown.attributes)
	});
	return {
		...found,
		stated: mask(found.stated),
		sequence: found.sequence.map(event),
		others: found.others.map(event),
		facts: found.facts.map((fact) => ({
			...fact,
			stated: mask(fact.stated),
			attributes: attributes(fact.attributes)
		}))
	};
}
