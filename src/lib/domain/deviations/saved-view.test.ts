import { describe, expect, it } from 'vitest';
import { readViewToSave } from './saved-view';

describe('a view to save', () => {
	it('keeps the filters of an address in one order, without the place in the list', () => {
		expect(
			readViewToSave({ name: ' Terlambat  berat ', address: '?unit=9901&after=12&severity=berat' })
		).toEqual({ name: 'Terlambat berat', address: 'severity=berat&unit=9901' });
	});

	it('does not keep the action of a form', () => {
		expect(readViewToSave({ name: 'A', address: '?/saveView&kind=skipped' }).address).toBe(
			'kind=skipped'
		);
	});

	it.each([
		['', 'saved_view_unnamed'],
		['   ', 'saved_view_unnamed'],
		['x'.repeat(81), 'saved_view_long']
	])('refuses the name %j', (name, code) => {
		expect(() => readViewToSave({ name, address: '' })).toThrow(expect.objectContaining({ code }));
	});
});
