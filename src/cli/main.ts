import { parseArgs } from 'node:util';
import { readSettings, resolveArgument } from '$lib/server/settings';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant, openProduct } from '$lib/server/product';
import { m } from '$lib/paraglide/messages';
import { getServerAsyncLocalStorage, overwriteGetLocale } from '$lib/paraglide/runtime';
import { commands } from './commands';
import { tell } from './output';
import { isUsageError, UsageError } from './usage';

/**
 * `tepat <command> …`: results on standard output, messages on standard error; exit 0 on success, 2 for a
 * call that does not fit, 1 for a job that failed.
 */
async function main(words: string[]): Promise<number> {
	const locale = process.env.TEPAT_LANG === 'en' ? 'en' : 'id';
	// A report is made in a language of its own, for which it sets up this storage.
	overwriteGetLocale(() => getServerAsyncLocalStorage()?.getStore()?.locale ?? locale);
	const [name = 'help', ...rest] = words;
	if (name === 'help' || name === '--help' || name === '-h') {
		process.stdout.write(m.cli_usage() + '\n');
		return 0;
	}
	try {
		const command = commands[name];
		if (!command) throw new UsageError('cli_unknown_command', { command: name });
		const { values, positionals } = parseArgs({
			args: rest,
			options: { ...command.options, store: { type: 'string' }, json: { type: 'boolean' } },
			allowPositionals: true,
			strict: true
		});
		const settings = readSettings();
		const options = values as Record<string, string | string[] | boolean | undefined>;
		const path =
			typeof options.store === 'string' ? resolveArgument(options.store) : settings.storePath;
		return await command.run({
			positionals,
			options,
			json: options.json === true,
			home: settings.home,
			now: currentInstant(),
			withStore: async (work) => {
				const store = await openProduct({ path, home: settings.home });
				try {
					return await work(store);
				} finally {
					await store.close();
				}
			}
		});
	} catch (error) {
		const sentence = describeError(error, locale);
		if (sentence !== undefined) tell(sentence);
		else if (isUsageError(error) && error instanceof Error) tell(error.message);
		else throw error;
		if (isUsageError(error)) tell(m.cli_see_help());
		return isUsageError(error) ? 2 : 1;
	}
}

// A reader that has seen enough (`tepat cases | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	console.error(error);
	process.exitCode = 1;
}
