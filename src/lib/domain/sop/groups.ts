import { UserError } from '../user-error';
import type { Sop, Step } from './types';

type Rows = Pick<Sop, 'steps'>;

/**
 * Most steps that a group in any order may have: what of it is done can be told in 2ⁿ ways, and each sequence is read along
 * every one of them.
 */
export const MOST_IN_GROUP = 6;

/**
 * The steps that may be done in any order, group by group, in the order of the document; by the id of each of them. A group
 * lies within one flow, and a step alone in one is in none.
 */
export function groupsOf(sop: Rows): Map<string, readonly Step[]> {
	const named = new Map<string, Step[]>();
	for (const step of sop.steps) {
		if (step.group === null) continue;
		const name = `${step.flow} ${step.group}`;
		named.set(name, [...(named.get(name) ?? []), step]);
	}
	return new Map(
		[...named.values()]
			.filter((members) => members.length > 1)
			.flatMap((members) => members.map((member) => [member.id, members] as const))
	);
}

/**
 * Refuses what a group in any order cannot hold.
 * @param file name used in errors
 * @throws UserError `sop_group_size` {file, step, text, most}; `sop_group_branch` {file, step, text} for an outcome that
 * leads to a step of the same group, which has no order to keep
 */
export function checkGroups(sop: Rows, file: string): void {
	for (const [id, members] of groupsOf(sop)) {
		const step = members.find((member) => member.id === id);
		const { no, group } = step ?? { no: id, group: null };
		if (members.length > MOST_IN_GROUP)
			throw new UserError('sop_group_size', {
				...{ file, step: no, text: group ?? '', most: MOST_IN_GROUP }
			});
		const inner = step?.next.find(
			(edge) => edge.condition !== null && members.some((member) => member.id === edge.to)
		);
		if (inner) throw new UserError('sop_group_branch', { file, step: no, text: inner.to });
	}
}
