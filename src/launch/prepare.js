import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, isFresh, root, writeStamp } from './fingerprint.js';
import { COMPILED, PROJECT, checkMessages } from './messages.js';
import { alone, fail, runNode } from './step.js';

const MESSAGES_STAMP = 'node_modules/.cache/tepat/messages';
const TYPES_STAMP = 'node_modules/.cache/tepat/route-types';

/**
 * Makes the two kinds of generated source that everything else imports: the messages and the types
 * of the routes. Each only when what it is made from has changed.
 * @returns {Promise<void>}
 * @throws {LaunchError} when a message is missing in one language, or a generator fails
 */
export async function prepare() {
	const messages = fingerprint(['src/messages', 'package-lock.json']);
	const types = fingerprint(['src/routes', 'src/hooks.server.ts', 'svelte.config.js'], (path) =>
		/\+|hooks|config/.test(path)
	);
	const messagesFresh =
		isFresh(MESSAGES_STAMP, messages) && existsSync(join(root, COMPILED, 'messages.js'));
	const typesFresh =
		isFresh(TYPES_STAMP, types) && existsSync(join(root, '.svelte-kit/tsconfig.json'));
	if (messagesFresh && typesFresh) return;
	await alone(async () => {
		if (!messagesFresh) {
			await compileMessages();
			checkMessages();
			writeStamp(MESSAGES_STAMP, messages);
		}
		if (!typesFresh) {
			await runNode('svelte-kit sync', ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
			writeStamp(TYPES_STAMP, types);
		}
	});
}

/**
 * By the compiler's own command: its Vite plugin keeps a build's process alive for half a minute.
 * The language follows a cookie, else Indonesian; never the browser's, or a browser set to English
 * would not show the product's first language to anyone.
 * @returns {Promise<void>}
 */
function compileMessages() {
	const program = 'node_modules/@inlang/paraglide-js/bin/run.js';
	const places = ['--project', PROJECT, '--outdir', COMPILED];
	const how = ['--strategy', 'cookie', 'baseLocale', '--emit-ts-declarations', '--silent'];
	return runNode('Compiling the messages', [program, 'compile', ...places, ...how]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare().catch(fail);
