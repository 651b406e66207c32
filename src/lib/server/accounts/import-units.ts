import type { Store } from '../database/store';

/**
 * Notes which offices the imports speak of that nobody noted yet, so that whoever is held to some offices sees the
 * imports of these. Until it is noted such a person does not see an import.
 */
export async function noteImportUnits(store: Store): Promise<void> {
	for (const { import: number } of await store.all('accounts/unnoted_imports')) {
		const units = await store.all('accounts/import_units', { import: number });
		if (units.length > 0)
			await store.writeAside(
				(tx) =>
					tx.run('accounts/note_import', { import: number, units: units.map(({ code }) => code) }),
				{ anew: true }
			);
	}
}
