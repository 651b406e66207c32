import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileReading } from '$lib/server/importing/types';
import { sharedFolder } from './shared';
import { Bench } from './store';

interface Reference {
	events: number;
	cases: number;
	activities: number;
	variants: number;
	mapping: { case?: string; act?: string; ts?: string; start?: string; res?: string; fmt?: string };
}

const { path, there, note } = sharedFolder('event-logs');

describe.skipIf(!there)(`public event logs${note}`, () => {
	const reference = there
		? (JSON.parse(readFileSync(join(path, 'reference.json'), 'utf8')) as Record<string, Reference>)
		: {};
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(() => bench.close());

	it.each(Object.entries(reference))(
		'%s has the events, cases, activities and variants that others counted',
		async (name, expected) => {
			const { case: key, act, ts, start, res, fmt } = expected.mapping;
			const reading: FileReading = {
				unit: name.replace(/\W/g, ''),
				...(key && act && ts
					? {
							map: {
								case: key,
								activity: act,
								completed: ts,
								...(start ? { started: start } : {}),
								...(res ? { actor: res } : {})
							}
						}
					: {}),
				...(fmt ? { timeFormats: [fmt] } : {})
			};
			const { files } = await bench.import([{ path: join(path, name), name }], reading);
			expect(files[0]).toMatchObject({ duplicates: 0, rejected: 0, events: expected.events });
			const [found] = await bench.rows(
				`select count(*)::integer as events, count(distinct e.case_id)::integer as cases, count(distinct e.activity)::integer as activities,
					count(distinct s.variant)::integer as variants
				from event e join case_state s using (case_id) join unit u on u.unit = s.unit where u.code = '${String(reading.unit)}'`
			);
			const { events, cases, activities, variants } = expected;
			expect(found).toEqual({ events, cases, activities, variants });
		}
	);

	it('the same log again, in other bytes, adds nothing', async () => {
		const name = 'apromore_CallcenterExample.csv';
		const before = await bench.rows('select count(*) as n from event');
		const file = await bench.file('again.csv', readFileSync(join(path, name), 'utf8') + '\r\r');
		const { case: key, act, ts, start, res, fmt } = (reference[name] as Reference).mapping;
		const { files } = await bench.import([file], {
			unit: name.replace(/\W/g, ''),
			map: {
				case: key,
				activity: act,
				completed: ts,
				started: start,
				actor: res
			} as FileReading['map'],
			timeFormats: [fmt ?? '']
		});
		expect(files[0]).toMatchObject({ used: 0, duplicates: reference[name]?.events, rejected: 0 });
		expect(await bench.rows('select count(*) as n from event')).toEqual(before);
	});
});
