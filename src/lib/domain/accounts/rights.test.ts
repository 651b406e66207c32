import { describe, expect, test } from 'vitest';
import { decide, findRight, mayOpen, RIGHTS, seesPersonalData } from './rights';
import type { Person, Role } from './roles';

const person = (role: Role, more: Partial<Person> = {}): Person => ({
	account: 1,
	name: role,
	fullName: role,
	role,
	units: null,
	by: 'session',
	actions: null,
	...more
});
const ask = (route: string | null, method = 'GET', query = '') => ({
	route,
	method,
	query: new URLSearchParams(query)
});

describe('who may do what', () => {
	test.each([
		['a reader opens the overview', ask('/(overview)'), person('kepala'), 'pass'],
		['nobody opens it without signing in', ask('/(overview)'), undefined, 'sign_in'],
		['anybody opens the sign-in', ask('/(account)/sign-in'), undefined, 'pass'],
		['an analyst imports', ask('/imports/jobs', 'POST'), person('analis'), 'pass'],
		['an inspector does not', ask('/imports/jobs', 'POST'), person('inspektur'), 'refuse'],
		['an analyst has no accounts to manage', ask('/accounts'), person('analis'), 'refuse'],
		['an analyst undoes', ask('/imports/[id]', 'POST', '/undo'), person('analis'), 'pass'],
		['a head does not', ask('/imports/[id]', 'POST', '/undo'), person('kepala'), 'refuse'],
		[
			'an action that is not listed is nobody’s',
			ask('/sop', 'POST', '/x'),
			person('admin'),
			'refuse'
		],
		['a method that is not listed is nobody’s', ask('/sop', 'PATCH'), person('admin'), 'refuse'],
		['a route that is not listed is nobody’s', ask('/nowhere'), person('admin'), 'refuse'],
		['an object’s own properties are no routes', ask('constructor'), person('admin'), 'refuse'],
		['nor are they methods', ask('/sop', 'toString'), person('admin'), 'refuse'],
		['what does not exist is not there', ask(null), person('kepala'), 'unknown'],
		['which nobody is told who is not signed in', ask(null), undefined, 'sign_in']
	])('%s', (_, asked, who, decision) => {
		expect(decide(asked, who)).toBe(decision);
	});

	test('what belongs to all offices is not for those who see some', () => {
		const bound = { units: ['a'] };
		expect(mayOpen('/audit', person('inspektur'))).toBe(true);
		expect(mayOpen('/audit', person('inspektur', bound))).toBe(false);
		expect(decide(ask('/sop/[id]', 'POST', '/confirm'), person('analis', bound))).toBe('refuse');
		expect(decide(ask('/calendar', 'POST', '/addOutage'), person('analis', bound))).toBe('pass');
	});

	test('a token opens nothing but the import', () => {
		const token = person('admin', { by: 'token' });
		const opened = Object.entries(RIGHTS).flatMap(([route, rights]) =>
			Object.keys(rights)
				.filter((key) => {
					const [method = '', query = ''] = key.split(' ?');
					return (
						rights[key]?.roles !== 'anyone' && decide(ask(route, method, query), token) === 'pass'
					);
				})
				.map((key) => `${key} ${route}`)
		);
		expect(opened).toEqual([
			'PUT /imports/upload',
			'DELETE /imports/upload',
			'POST /imports/push',
			'PUT /imports/push',
			'POST /imports/jobs',
			'GET /imports/jobs/[job]',
			'DELETE /imports/jobs/[job]'
		]);
	});

	test('a HEAD is asked as its GET', () => {
		expect(findRight(ask('/audit', 'HEAD'))).toBe(findRight(ask('/audit')));
	});

	test('only the head of an office reads without numbers of persons', () => {
		expect(
			(['admin', 'analis', 'kepala', 'inspektur'] as const).filter(
				(role) => !seesPersonalData(person(role))
			)
		).toEqual(['kepala']);
	});
});
