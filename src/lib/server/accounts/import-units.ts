import type { Store } from '../database/store';

/**
 * Notes which offices the imports speak of that nobody noted yet, so that whoever is held to some offices sees the
 * imports of these. Until it is noted such a person does not see an import. It is noted of all of them, also where the
 * store is given as such a person sees it: what is read in a write is not held to offices.
 */
export async function noteImportUnits(store: Store): Promise<void> {
	const unnoted = await store.writeAside((tx) => tx.all('accounts/unnoted_imports'));
	for (const { import: number } of unnoted)
		await store.writeAside(
			async (tx) => {
				const units = await tx.all('accounts/import_units', { import: number });
				if (units.length > 0)
					await tx.run('accounts/note_import', {
						...{ import: number, units: units.map(({ code }) => code) }
					});
			},
			{ anew: true }
		);
}
