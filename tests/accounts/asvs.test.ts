import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'tests/accounts/asvs.md'), 'utf8');

/** How many lines of levels 1 and 2 each section of the five chapters has. */
const LINES: Record<string, number[]> = {
	'3.2': [1, 2],
	'3.3': [1, 2, 3, 4],
	'3.4': [1, 2, 3, 4, 5, 6],
	'3.5': [1, 2, 3, 4, 5],
	'3.7': [1, 2],
	'5.1': [1],
	'5.2': [1, 2, 3],
	'5.3': [1, 2],
	'5.4': [1, 2, 3],
	'6.1': [1, 2, 3],
	'6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
	'6.3': [1, 2, 3],
	'6.4': [1, 2, 3, 4],
	'6.5': [1, 2, 3, 4, 5],
	'6.6': [1, 2, 3],
	'6.8': [1, 2, 3, 4],
	'7.1': [1, 2, 3],
	'7.2': [1, 2, 3, 4],
	'7.3': [1, 2],
	'7.4': [1, 2, 3, 4, 5],
	'7.5': [1, 2],
	'7.6': [1, 2],
	'8.1': [1, 2],
	'8.2': [1, 2, 3],
	'8.3': [1],
	'8.4': [1]
};

const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+)\s*\| (.+?)\s*\|$/gm)].map(([, line, said]) => ({
	line: line ?? '',
	said: said ?? ''
}));
const letters = new Map(
	[...text.matchAll(/`([A-Z])` is\s+`([^`]+)`/g)].map(([, letter, path]) => [
		letter ?? '',
		path ?? ''
	])
);

test('the table has a row for every line', () => {
	const wanted = Object.entries(LINES).flatMap(([section, lines]) =>
		lines.map((line) => `${section}.${line}`)
	);
	expect(rows.map(({ line }) => line)).toEqual(wanted);
});

test('every row names a test that is there, a decision, or a reason', () => {
	for (const { line, said } of rows) {
		const named = [
			...said.matchAll(/(?:^|· |partly: )(?:`([^`]+)`|([A-Z])) › ([^·]+?)(?=\.? ·|$|\. [A-Z])/g)
		];
		const excused =
			/^(n\/a|no|partly): \S/.test(said) ||
			/decision "[^"]+"/.test(said) ||
			/tests\/importing\/containers/.test(said);
		expect(named.length > 0 || excused, `${line}: ${said}`).toBe(true);
		for (const [, path, letter, words] of named) {
			const file = join(root, path ?? letters.get(letter ?? '') ?? '-');
			expect(existsSync(file), `${line}: ${file}`).toBe(true);
			expect(readFileSync(file, 'utf8'), line).toContain((words ?? '-').trim());
		}
		for (const [, decision] of said.matchAll(/decision "([^"]+)"/g))
			expect(text, line).toContain(`**${decision}**`);
	}
});
