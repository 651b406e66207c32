import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Another process with the store's real code: `node child.js <command> <store> [number]`; says what
// it is doing on stdout, one word a line.
const path = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const database = '../../src/lib/server/database';
const load = async (/** @type {string} */ file) =>
	(await runnerImport(path(file), { configFile: false, logLevel: 'error' })).module;
/** @type {any} */
const { openStore } = await load(`${database}/store.ts`);
/** @type {any} */
const { closeOnSignal } = await load(`${database}/lifecycle.ts`);

const [command, file, number] = process.argv.slice(2);
const say = (/** @type {string} */ word) => process.stdout.write(`${word}\n`);

try {
	const store = await openStore({ path: file, home: path('fixtures/home') });
	say('opened');
	if (command === 'hold') setInterval(() => undefined, 1000);
	if (command === 'write') {
		closeOnSignal(store, Number(number));
		const write = store.write(async (/** @type {any} */ tx) => {
			await tx.run('notes/add_many', { count: 1000 });
			say('writing');
			await new Promise((resolve) => setTimeout(resolve, 1500));
			await tx.run('notes/add', { id: 0, body: 'last' });
		});
		await write.then(
			() => say('committed'),
			() => say('rolled-back')
		);
		setInterval(() => undefined, 1000);
	}
	if (command === 'fill') {
		await store
			.write((/** @type {any} */ tx) => tx.run('notes/big', { rows: Number(number) }))
			.then(
				() => say('written'),
				(/** @type {any} */ error) => say(error.code)
			);
		await store.write((/** @type {any} */ tx) => tx.run('notes/add', { id: 1, body: 'after' }));
		say(`notes ${(await store.get('notes/count')).n}`);
		await store.close();
		say('closed');
	}
} catch (error) {
	say(`failed ${/** @type {any} */ (error).code ?? error}`);
}
