import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Aligner } from '$lib/domain/conformance/align';
import { logFitness } from '$lib/domain/conformance/fitness';
import type { FileReading } from '$lib/server/importing/types';
import { sharedFolder } from '../importing/shared';
import { Bench } from '../importing/store';

interface Reference {
	mapping: { case?: string; act?: string; ts?: string; start?: string; res?: string; fmt?: string };
	sequentialModel: string[];
	alignmentTotalCost: number;
	averageTraceFitness: number;
	logFitness: number;
}

const { path, there, note } = sharedFolder('event-logs');

describe.skipIf(!there)(`public event logs, aligned with a sequence of activities${note}`, () => {
	const reference = there
		? (JSON.parse(readFileSync(join(path, 'reference.json'), 'utf8')) as Record<string, Reference>)
		: {};
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	it.each(Object.entries(reference))(
		'%s costs and fits what others computed',
		async (name, expected) => {
			const { case: key, act, ts, start, res, fmt } = expected.mapping;
			const map = { case: key, activity: act, completed: ts, started: start, actor: res };
			await bench.import([{ path: join(path, name), name }], {
				unit: name.replace(/\W/g, ''),
				...(key
					? { map: Object.fromEntries(Object.entries(map).filter(([, column]) => column)) }
					: {}),
				...(fmt ? { timeFormats: [fmt] } : {})
			} as FileReading);
			const unit = await bench.store.all('reading/units');
			const variants = await bench.store.all('reading/variants', {
				unit: unit.find(({ code }) => code === name.replace(/\W/g, ''))?.unit ?? -1,
				...{ process: null, from: null, to: null }
			});
			const steps = expected.sequentialModel;
			const aligner = new Aligner({
				size: steps.length,
				successors: [...steps.map((_, index) => [index + 1]), []],
				ends: new Set([steps.length]),
				free: new Set()
			});
			const aligned = variants.map(({ activities, cases }) => {
				const sequence = activities.map((activity) => steps.indexOf(activity ?? '') + 1);
				const cost = aligner.align(sequence, true)?.cost ?? NaN;
				return { cost, events: sequence.length, shortestPath: steps.length, count: cases };
			});
			const { cost, average, log } = logFitness(aligned);
			expect(cost).toBe(expected.alignmentTotalCost);
			expect(average).toBeCloseTo(expected.averageTraceFitness, 9);
			expect(log).toBeCloseTo(expected.logFitness, 9);
		}
	);
});
