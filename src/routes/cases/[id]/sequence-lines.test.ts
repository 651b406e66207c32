import { expect, test } from 'vitest';
import type { UnseenStep } from '$lib/server/reading/cases/case-detail';
import type { CaseEvent } from '$lib/server/reading/cases/case-sequence';
import type { Deviation } from '$lib/server/reading/deviations/deviation-list';
import { sequenceLines } from './sequence-lines';

const event = (number: number) => ({ event: 100 + number, position: number }) as CaseEvent;
const step = (id: string, after: number, changes: Partial<UnseenStep> = {}) =>
	({ id, after, optional: false, shown: true, ...changes }) as UnseenStep;
const deviation = (id: string, kind: string, changes: Partial<Deviation>) =>
	({ id, kind, event: null, step: null, ...changes }) as Deviation;
const of = (id: string) => ({ step: { id, no: id, activity: '' } });

test('each move of a case stands in its place, with the deviations that were found there', () => {
	const lines = sequenceLines({
		events: [event(1), event(2)],
		unseen: [step('1', 0), step('4', 2), step('4', 2), step('9', 2, { shown: false })],
		deviations: [
			deviation('a', 'skipped', of('1')),
			deviation('b', 'late_step', { event: 102, ...of('3') }),
			deviation('c', 'skipped', of('4')),
			deviation('d', 'skipped', of('4')),
			deviation('e', 'late_case', {})
		]
	});
	expect(
		lines.map((line) => [
			line.kind === 'event' ? line.event.position : `– ${line.step.id}`,
			line.deviations.map(({ id }) => id).join()
		])
	).toEqual([
		['– 1', 'a'],
		[1, ''],
		[2, 'b'],
		['– 4', 'c'],
		['– 4', 'd'],
		['– 9', '']
	]);
});
