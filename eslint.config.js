import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Dependencies run one way: routes → server → domain. */
const layer = (files, patterns) => ({
	files,
	rules: { 'no-restricted-imports': ['error', { patterns }] }
});
const forbid = (message, ...group) => ({ group, message });

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'var/',
			'src/lib/paraglide/',
			'test-results/',
			'**/generated/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: { 'no-undef': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{
		files: ['src/**/*.ts'],
		ignores: ['**/*.test.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error'
		}
	},
	layer(
		['src/lib/domain/**'],
		[
			forbid(
				'domain is pure: no interface, no database, no node',
				'svelte',
				'svelte/*',
				'$app/*',
				'$env/*',
				'node:*',
				'@duckdb/*',
				'$lib/server/**',
				'$lib/components/**',
				'$lib/paraglide/**'
			)
		]
	),
	layer(
		['src/lib/server/**'],
		[
			forbid(
				'server code is shared with the command line: no framework, no components',
				'$app/*',
				'$env/*',
				'@sveltejs/*',
				'$lib/components/**'
			)
		]
	),
	layer(['src/lib/components/**'], [forbid('components know no server', '$lib/server/**')]),
	layer(
		['src/cli/**'],
		[
			forbid(
				'the command line has no framework',
				'$app/*',
				'$env/*',
				'@sveltejs/*',
				'$lib/components/**'
			)
		]
	),
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						':matches(Literal[value=/^\\s*(select|insert into|delete from|update \\w+ set|create table)\\s/i], TemplateElement[value.raw=/^\\s*(select|insert into|delete from|update \\w+ set|create table)\\s/i])',
					message: 'SQL stands in queries/ only'
				}
			]
		}
	}
);
