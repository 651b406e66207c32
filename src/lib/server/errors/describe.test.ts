import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from './describe';

describe('an error that a person can act on', () => {
	test('is said in the language asked for, with its places filled', () => {
		const error = new UserError('body_too_large', { limit: '512 KB' });
		expect(describeError(error, 'id')).toContain('512 KB');
		expect(describeError(error, 'en')).toContain('512 KB');
		expect(describeError(error, 'id')).not.toBe(describeError(error, 'en'));
	});

	test('of the operating system has a sentence too: a full disk, a folder without permission', () => {
		const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
		expect(describeError(full, 'en')).toMatch(/disk is full/i);
		const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' });
		expect(describeError(denied, 'en')).toMatch(/permission/i);
	});

	test('is not made up for a defect', () => {
		expect(describeError(new TypeError('x is undefined'), 'id')).toBeUndefined();
		expect(describeError('a string', 'id')).toBeUndefined();
		expect(describeError(new UserError('no_such_code_exists'), 'id')).toBeUndefined();
	});
});

test.each([
	[new UserError('unknown_sop', { sop: 'x' }), 404],
	[new UserError('case_not_found', { case: 'x' }), 404],
	[new UserError('file_empty', { file: 'x' }), 422],
	[new Error('defect'), 500]
])('the status says whose error it is: %s → %d', (error, status) => {
	expect(statusOfError(error)).toBe(status);
});

test('every UserError that the code throws by a literal code has its message', () => {
	const messages = new Set(Object.keys(m));
	const files = sourceFiles();
	const missing = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/new UserError\(\s*'(\w+)'/g)]
			.map((match) => match[1] ?? '')
			.filter((code) => !messages.has(`error_${code}`))
			.map((code) => `${file}: error_${code}`)
	);
	expect(files.length).toBeGreaterThan(0);
	expect(missing).toEqual([]);
});

function sourceFiles(): string[] {
	return ['src/lib', 'src/cli', 'src/routes'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /(?<!\.test)\.ts$/.test(name) && !name.startsWith('paraglide'))
			.map((name) => `${folder}/${name}`)
	);
}
