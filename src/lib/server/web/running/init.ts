import { UserError } from '$lib/domain/user-error';
import { isDemo } from '../../accounts/demo';
import { noteImportUnits } from '../../accounts/import-units';
import { newFirstLink } from '../../accounts/links';
import { hasAccounts } from '../../accounts/people';
import { sweepSessions } from '../../accounts/sessions';
import { warmUp } from '../../accounts/sign-in/passwords';
import { describeError } from '../../errors/describe';
import { currentInstant } from '../../product';
import { loadSamples } from '../../samples/load';
import { keepRecords } from '../../uploads/history';
import { sweepUploads } from '../../uploads/uploads';
import { readAhead } from './read-ahead';
import { scheduleReports } from './scheduled-reports';
import { watchFolder } from './watch-folder';
import { sessionLimits } from '../people/identify';
import { wholeStore } from '../store';

/** What the program that started the server is told. */
const shared = globalThis as {
	tepatStart?: { firstLink: string | undefined; hasAccounts: boolean };
};

/**
 * What the server does once before its first answer. The web process owns the store, so the store is
 * opened, migrated and, when it is new, given its sample cases here and nowhere else.
 * @throws StartError with the sentence to print, when a person can do something about it
 */
export async function initServer(): Promise<void> {
	try {
		await openStore();
	} catch (error) {
		const locale = process.env.TEPAT_LANG === 'en' ? 'en' : 'id';
		const sentence = describeError(error, locale);
		if (sentence === undefined) throw error;
		throw new StartError(sentence, error);
	}
}

/** Tells the program that started the server to print the sentence and end, without a stack. */
class StartError extends Error {
	constructor(sentence: string, cause: unknown) {
		super(sentence, { cause });
		this.name = 'StartError';
	}
}

/** Opens the store, fills a new one with the samples, and closes it when the server is stopped. */
async function openStore(): Promise<void> {
	const store = await wholeStore();
	if (isDemo() && (await hasAccounts(store))) throw new UserError('demo_with_accounts');
	await loadSamples(store, { now: currentInstant() });
	await noteImportUnits(store);
	await keepRecords(store);
	await sweepUploads(store, currentInstant(), { strangers: true });
	watchFolder(store);
	scheduleReports(store);
	readAhead(store);
	if (isDemo()) return;
	await sweepSessions(store, sessionLimits(), currentInstant());
	await warmUp();
	const secret = await newFirstLink(store, currentInstant());
	// Whoever started the server prints it: nobody else can read that terminal.
	shared.tepatStart = {
		firstLink: secret === undefined ? undefined : `/link/${secret}`,
		hasAccounts: secret === undefined
	};
}
