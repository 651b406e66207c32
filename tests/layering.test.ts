import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const cwd = fileURLToPath(new URL('..', import.meta.url));
// Rules that know types need files that exist; the layers do not.
const eslint = new ESLint({
	cwd,
	overrideConfig: {
		files: ['src/**'],
		languageOptions: { parserOptions: { projectService: false } },
		rules: {
			'@typescript-eslint/await-thenable': 'off',
			'@typescript-eslint/no-floating-promises': 'off',
			'@typescript-eslint/no-misused-promises': 'off',
			'@typescript-eslint/no-unused-vars': 'off'
		}
	}
});

test.each([
	['the domain imports the server', 'src/lib/domain/x.ts', `import '$lib/server/x';`],
	['the domain imports the server by a path', 'src/lib/domain/x.ts', `import '../server/x';`],
	['the domain imports node', 'src/lib/domain/x.ts', `import 'node:fs';`],
	['the domain imports svelte', 'src/lib/domain/x.ts', `import 'svelte/store';`],
	['the domain imports texts', 'src/lib/domain/x.ts', `import '$lib/paraglide/messages';`],
	['the server imports the framework', 'src/lib/server/x.ts', `import '@sveltejs/kit';`],
	['the server imports $app', 'src/lib/server/x.ts', `import '$app/environment';`],
	['the server imports a component', 'src/lib/server/x.ts', `import '$lib/components/A.svelte';`],
	['the server imports the database', 'src/lib/server/x.ts', `import '@duckdb/node-api';`],
	['the store imports the framework', 'src/lib/server/database/x.ts', `import '$app/state';`],
	['the command line imports the framework', 'src/cli/x.ts', `import '$env/static/private';`],
	['the command line imports the database', 'src/cli/x.ts', `import '@duckdb/node-api';`],
	['a component imports the server', 'src/lib/components/x.ts', `import '$lib/server/x';`],
	[
		'a component’s markup file imports the server',
		'src/lib/components/A.svelte',
		`<script lang="ts">import '$lib/server/x';</script>`
	],
	['a route imports the database', 'src/routes/+page.server.ts', `import '@duckdb/node-api';`],
	['a route reads files', 'src/routes/+page.server.ts', `import 'node:fs/promises';`],
	['SQL stands in the server', 'src/lib/server/x.ts', `export const a = 'select 1 from event';`],
	['SQL stands in a template', 'src/routes/x.ts', 'export const a = `delete from event`;'],
	['SQL stands in the store', 'src/lib/server/database/x.ts', `export const a = 'select 1';`],
	['a route names a query file', 'src/routes/x.ts', `export const a = 'queries/a/b.sql';`],
	['a page logs', 'src/routes/x.ts', `console.log(1);`],
	['a page writes raw markup', 'src/routes/+page.svelte', `{@html '<b>x</b>'}`]
])('lint refuses it when %s', async (_, filePath, code) => {
	expect(await rulesBroken(filePath, code)).toEqual([
		expect.stringMatching(/^(no-restricted-(imports|syntax)|no-console|svelte\/no-at-html-tags)$/)
	]);
});

test.each([
	['a route imports the server', 'src/routes/+page.server.ts', `import '$lib/server/x';`],
	['the server imports the domain', 'src/lib/server/x.ts', `import '$lib/domain/x';`],
	['the server imports texts', 'src/lib/server/x.ts', `import '$lib/paraglide/messages';`],
	['the store imports the database', 'src/lib/server/database/x.ts', `import '@duckdb/node-api';`],
	['the command line writes to stdout', 'src/cli/x.ts', `console.log(1);`],
	['a sentence begins like SQL', 'src/lib/server/x.ts', `export const a = 'selected cases';`]
])('lint accepts it when %s', async (_, filePath, code) => {
	expect(await rulesBroken(filePath, code)).toEqual([]);
});

async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
	const results = await eslint.lintText(`${code}\n`, { filePath });
	return results.flatMap((result) =>
		result.messages.map((message) => message.ruleId ?? message.message)
	);
}
