import type { StepModel } from './model';

type Ways = Pick<StepModel, 'size' | 'successors' | 'ends' | 'copies'>;

/**
 * Lets each step of a group be done once, in any order, before the group is left. Of what is done of a group a state must
 * know which steps and which of them came last: a group of n steps takes n · 2ⁿ⁻¹ states. Those in which one step alone is done
 * keep its number, the others are copies of their last step. An SOP without groups is answered as it is.
 * @param ways between the steps; those into a group lead to each step of it, those out of it stand at each
 * @param groups the steps of each, in the SOP's order
 * @param optional steps that need not be done for a case to be complete
 */
export function withGroups(
	{ size, successors, ends }: Omit<Ways, 'copies'>,
	groups: readonly (readonly number[])[],
	optional: ReadonlySet<number>
): Ways {
	if (groups.length === 0) return { size, successors, ends };
	const copies: number[] = [];
	const expanded = successors.map((targets) => [...targets]);
	const completing = new Set(ends);
	for (const members of groups) {
		const every = (1 << members.length) - 1;
		const needed = members.reduce((bits, step, at) => bits | (optional.has(step) ? 0 : 1 << at), 0);
		const states = new Map<string, number>();
		const stateOf = (done: number, at: number) => states.get(`${done} ${at}`) ?? 0;
		for (let done = 1; done <= every; done++)
			members.forEach((step, at) => {
				if (!(done & (1 << at))) return;
				if (done === 1 << at) states.set(`${done} ${at}`, step);
				else states.set(`${done} ${at}`, size + copies.push(step));
			});
		for (let done = 1; done <= every; done++)
			members.forEach((step, at) => {
				const state = stateOf(done, at);
				if (state === 0) return;
				const onward = (successors[step] ?? []).filter((target) => !members.includes(target));
				const inside = members.flatMap((_, next) =>
					done & (1 << next) ? [] : [stateOf(done | (1 << next), next)]
				);
				expanded[state] = done === every ? onward : inside;
				if (!ends.has(step)) return;
				if ((done & needed) === needed) completing.add(state);
				else completing.delete(state);
			});
	}
	return { size, successors: expanded, ends: completing, copies };
}
