import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RIGHTS } from '$lib/domain/accounts/rights';

const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

/** What the route files answer to, as the table of rights names it. */
function whatThereIs(): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const entry of readdirSync(routes, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile() || !/^\+(page|server)/.test(entry.name)) continue;
		const folder = relative(routes, entry.parentPath).split('\\').join('/');
		const route = folder === '' ? '/' : `/${folder}`;
		const keys = found.get(route) ?? new Set<string>();
		found.set(route, keys);
		const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
		if (entry.name.startsWith('+page')) keys.add('GET');
		if (entry.name === '+server.ts')
			for (const method of METHODS)
				if (new RegExp(`export (const|async function|function) ${method}\\b`).test(text))
					keys.add(method);
		for (const action of actionsOf(text)) keys.add(`POST ?/${action}`);
	}
	return found;
}

/** Names of the actions of a page: the keys of its exported object, one tab deep. */
function actionsOf(text: string): string[] {
	const block = /export const actions[^=]*= \{\n([\s\S]*?)\n\}/.exec(text)?.[1];
	return block === undefined
		? []
		: [...block.matchAll(/^\t(\w+)[:(]/gm)].map(([, name]) => name ?? '');
}

describe('the table of rights', () => {
	const there = whatThereIs();

	test('lists every route, and every method and action of it', () => {
		expect(there.size).toBeGreaterThan(30);
		for (const [route, keys] of there)
			for (const key of keys)
				expect(Object.keys(RIGHTS[route] ?? {}), `${key} ${route}`).toContain(key);
	});

	test('lists nothing that is not there', () => {
		for (const [route, rights] of Object.entries(RIGHTS))
			for (const key of Object.keys(rights))
				expect([...(there.get(route) ?? [])], route).toContain(key);
	});
});
