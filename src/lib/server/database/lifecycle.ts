import { readSettings } from '../settings';
import { openStore } from './store';
import type { Store } from './store';

/** Hot reload evaluates this module anew while the store stays open: the promise outlives it. */
const shared = globalThis as { tepatStore?: Promise<Store>; tepatStoreEnds?: boolean };

/**
 * Answers the store of this process, opened with the settings at the first call, and again after an
 * opening that failed or a store that closed. Closes it on SIGTERM, SIGINT, SIGHUP and when the web
 * server says that it ends (`sveltekit:shutdown`). Throws as openStore.
 */
export async function getStore(): Promise<Store> {
	const opening = (shared.tepatStore ??= openShared());
	const store = await opening;
	if (!store.closed) return store;
	await store.close();
	if (shared.tepatStore === opening) shared.tepatStore = undefined;
	return getStore();
}

/** Closes the store of this process, if it has one. */
export async function closeStore(): Promise<void> {
	const opening = shared.tepatStore;
	shared.tepatStore = undefined;
	await (await opening?.catch(() => undefined))?.close();
}

/**
 * Closes the store when the process is told to stop: what runs is finished or rolled back, then the
 * store is checkpointed. Ends the process only when nobody else listens: the web server ends by
 * itself when its last request is answered. Answers a function that stops listening.
 */
export function closeOnSignal(store: Store, grace?: number): () => void {
	const stops = Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }).map(([signal, code]) => {
		const stop = () => {
			const alone = process.listenerCount(signal) === 0;
			void store.close(grace).finally(() => {
				if (alone) process.exit(code);
			});
		};
		process.once(signal, stop);
		return () => process.off(signal, stop);
	});
	return () => stops.forEach((stop) => stop());
}

function openShared(): Promise<Store> {
	const { storePath, home, memoryLimit } = readSettings();
	const opening = openStore({ path: storePath, home, memoryLimit });
	closeWithWebServer();
	opening.then(
		(store) => closeOnSignal(store),
		() => {
			if (shared.tepatStore === opening) shared.tepatStore = undefined;
		}
	);
	return opening;
}

/** The launcher and the framework's own server wait for the listeners of this event before they end. */
function closeWithWebServer(): void {
	if (shared.tepatStoreEnds) return;
	shared.tepatStoreEnds = true;
	// Whoever calls the listeners awaits what they answer, though the event's type does not say so.
	process.on('sveltekit:shutdown', closeStore as () => void);
}
