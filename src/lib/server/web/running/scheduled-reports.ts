import type { Store } from '../../database/store';
import { currentInstant } from '../../product';
import { makeDueReports } from '../../reporting/schedules/kept';
import { reportError } from '../request/report-error';

const CHECK_MILLISECONDS = 10 * 60_000;
/** A period is over when its last day is, in the capital. */
const CAPITAL_OFFSET_MILLISECONDS = 7 * 3_600_000;

const shared = globalThis as { tepatReports?: { running: Promise<void> } };

/** Makes the reports that are due, now and every ten minutes until the server ends. */
export function scheduleReports(store: Store): void {
	if (shared.tepatReports) return;
	const state = (shared.tepatReports = { running: Promise.resolve() });
	const look = () => void (state.running = state.running.then(() => makeNow(store)));
	const timer = setInterval(look, CHECK_MILLISECONDS);
	timer.unref();
	look();
	process.on('sveltekit:shutdown', (() => clearInterval(timer)) as () => void);
}

/** Makes what is due at once, as after a schedule was added. What fails is in the server's log. */
export async function makeNow(store: Store): Promise<void> {
	const failed = (error: unknown) => {
		const request = new Request('http://reports/');
		reportError({ error, request, locals: {}, path: 'reports', status: 500 });
	};
	const now = currentInstant();
	const local = new Date(Date.parse(`${now}Z`) + CAPITAL_OFFSET_MILLISECONDS);
	try {
		await makeDueReports(store, { today: local.toISOString().slice(0, 10), now, failed });
	} catch (error) {
		if (!store.closed) failed(error);
	}
}

/** Has what is due made beside the running request, in its turn. */
export function makeSoon(store: Store): void {
	const state = (shared.tepatReports ??= { running: Promise.resolve() });
	state.running = state.running.then(() => makeNow(store));
}
