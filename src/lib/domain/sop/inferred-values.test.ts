import { describe, expect, it } from 'vitest';
import { inferredValues } from './inferred-values';
import type { Inference, Limit, Step } from './types';

const inference = (field: Inference['field'], target?: string): Inference => ({
	field,
	reason: `why ${field}`,
	...(target === undefined ? {} : { target })
});
const step = (id: string, ...inferences: Inference[]) => ({ id, inferences }) as Step;
const limit = (id: string, ...inferences: Inference[]) => ({ id, inferences }) as Limit;

describe('inferred values', () => {
	it('lists the SOP first, then its steps, then its limits, an edge with its target', () => {
		const values = inferredValues({
			inferences: [inference('total')],
			steps: [step('1'), step('2', inference('actors'), inference('next', '1'))],
			limits: [limit('reply', inference('clock'))]
		});
		expect(values).toEqual([
			{ stepId: '', field: 'total', target: '', reason: 'why total' },
			{ stepId: '2', field: 'actors', target: '', reason: 'why actors' },
			{ stepId: '2', field: 'next', target: '1', reason: 'why next' },
			{ stepId: 'reply', field: 'clock', target: '', reason: 'why clock' }
		]);
	});

	it('is empty where the document says everything', () => {
		expect(inferredValues({ inferences: [], steps: [step('1')], limits: [] })).toEqual([]);
	});
});
