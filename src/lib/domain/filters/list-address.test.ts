import { describe, expect, test } from 'vitest';
import { listHref, sortHref } from './list-address';

const address = new URL('http://tepat.test/cases?unit=9901&q=EP&after=12');

describe('the address of a list', () => {
	test('keeps the filters and drops the place in the list when a choice changes', () => {
		expect(listHref(address, { q: null })).toBe('/cases?unit=9901');
		expect(listHref(address, { status: 'running' })).toBe('/cases?unit=9901&q=EP&status=running');
	});

	test('goes to a neighbouring page', () => {
		expect(listHref(address, { after: 40 })).toBe('/cases?unit=9901&q=EP&after=40');
		expect(listHref(address, { before: 40 })).toBe('/cases?unit=9901&q=EP&before=40');
	});

	test('is the bare path when nothing is chosen', () => {
		expect(listHref(address, { q: null, unit: '' })).toBe('/cases');
	});

	test('does not change the address it starts from', () => {
		listHref(address, { q: null });
		expect(address.search).toBe('?unit=9901&q=EP&after=12');
	});
});

describe('a heading that sorts', () => {
	test('starts in its natural direction and turns around', () => {
		const plain = new URL('http://tepat.test/cases');
		const first = sortHref(plain, 'lead', { sort: 'last', descending: true, natural: 'desc' });
		expect(first).toEqual({ href: '/cases?sort=lead&dir=desc', direction: null });
		const again = sortHref(plain, 'lead', { sort: 'lead', descending: true, natural: 'desc' });
		expect(again).toEqual({ href: '/cases?sort=lead&dir=asc', direction: 'descending' });
	});
});
