import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Dependencies run one way: routes → server → domain. Tests may reach for what they need.
 * One block per folder, because a later block of the same rule replaces an earlier one.
 */
const layer = (files, patterns, ignores = []) => ({
	files,
	ignores: ['**/*.test.ts', ...ignores],
	rules: { 'no-restricted-imports': ['error', { patterns }] }
});
const forbid = (message, ...group) => ({ group, message });

const DATABASE = 'src/lib/server/database/**';
const onlyTheStore = forbid('only src/lib/server/database talks to the database', '@duckdb/*');
const noFramework = forbid(
	'code shared with the command line knows no framework and no components',
	...['$app/*', '$env/*', '@sveltejs/*', '$lib/components/**', '**/routes/**']
);

const SQL = '/^\\s*(select|insert into|delete from|update \\w+ set|create table|with \\w+ as)\\s/i';
const noSqlText = {
	selector: `:matches(Literal[value=${SQL}], TemplateElement[value.raw=${SQL}])`,
	message: 'SQL stands in queries/ only'
};
const noQueryFiles = {
	selector: ':matches(Literal[value=/\\.sql$/], TemplateElement[value.raw=/\\.sql$/])',
	message: 'only src/lib/server/database reads queries/'
};

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
		},
		// The product stands at the root of its address, where resolve() changes nothing; the tests walk the links.
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		// The rules that need types: a forgotten `await` is an error nobody sees.
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.test.ts'],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname }
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error'
		}
	},
	{
		// Results go to stdout and messages to stderr, where somebody reads them.
		files: ['src/**'],
		ignores: ['**/*.test.ts', 'src/cli/**', 'src/launch/**'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['**/*.svelte'],
		rules: { 'svelte/no-at-html-tags': 'error', 'svelte/require-each-key': 'error' }
	},
	layer(
		['src/lib/domain/**'],
		[
			forbid(
				'domain is pure: no interface, no database, no node',
				...['svelte', 'svelte/*', '$app/*', '$env/*', '@sveltejs/*', 'node:*', '@duckdb/*'],
				...['$lib/server/**', '$lib/components/**', '$lib/paraglide/**', '**/server/**']
			)
		]
	),
	layer(['src/lib/server/**'], [noFramework, onlyTheStore], [DATABASE]),
	layer([DATABASE], [noFramework]),
	layer(['src/cli/**'], [noFramework, onlyTheStore]),
	layer(
		['src/lib/components/**'],
		[forbid('components know no server', '$lib/server/**', '**/server/**', 'node:*'), onlyTheStore]
	),
	layer(
		['src/routes/**'],
		[onlyTheStore, forbid('files are read by src/lib/server', 'node:fs', 'node:fs/promises')]
	),
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.test.ts', DATABASE],
		rules: { 'no-restricted-syntax': ['error', noSqlText, noQueryFiles] }
	},
	{
		files: [`${DATABASE}/*.ts`],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-syntax': ['error', noSqlText] }
	}
);
