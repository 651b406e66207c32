import { noteImportUnits } from '../../accounts/import-units';
import { recordAct } from '../../audit/append';
import type { Store } from '../../database/store';
import { currentInstant } from '../../product';
import { WATCHER, type Taken } from '../../watching/take-file';
import { watchSettings } from '../../watching/settings';
import { watchFolder as watch, type Watch } from '../../watching/watch';
import { reportError } from '../request/report-error';

const shared = globalThis as { tepatWatch?: Watch };

/**
 * Watches the folder of the settings, if there is one, until the server ends. What it imports or refuses is in the
 * record; what is nobody's fault is in the server's log.
 */
export function watchFolder(store: Store): void {
	const { folder, stillSeconds } = watchSettings(store.home);
	if (folder === undefined || shared.tepatWatch) return;
	const failed = (error: unknown) => {
		const request = new Request('http://folder/');
		reportError({ error, request, locals: {}, path: folder, status: 500 });
	};
	shared.tepatWatch = watch(store, {
		folder,
		stillSeconds,
		taken: (taken) => note(store, taken),
		failed
	});
	// The framework's own server waits for the listeners of this event before it ends.
	process.on('sveltekit:shutdown', (() => shared.tepatWatch?.stop()) as () => void);
}

async function note(store: Store, { name, result, reason }: Taken): Promise<void> {
	const actor = { account: null, name: WATCHER, address: '' };
	if (result) await noteImportUnits(store);
	await recordAct(
		store,
		actor,
		{
			action: result ? 'imported' : 'import_failed',
			object: String(result?.import ?? ''),
			detail: result
				? {
						files: result.files.map(({ file, sha256, rows, used, duplicates, rejected }) => ({
							...{ file, sha256, rows, used, duplicates, rejected }
						}))
					}
				: { file: name, reason: reason ?? '' }
		},
		currentInstant()
	);
}
