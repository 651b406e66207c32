import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSop } from '../../domain/sop/parse';
import type { Sop } from '../../domain/sop/types';
import { UserError } from '../../domain/user-error';

export interface CatalogueFile {
	/** Path below the project root. */
	file: string;
	text: string;
	sop: Sop;
}

/**
 * Reads every SOP of `<home>/data/sop/*.yaml`, sorted by id, with the text it was read from (its hash is the version).
 *
 * @throws UserError naming the file: `sop_folder`, `sop_file_name`, `sop_unknown_sop` or what `parseSop` throws
 */
export function loadCatalogueFiles(home: string): CatalogueFile[] {
	const folder = join(home, 'data', 'sop');
	let names: string[];
	try {
		names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
	} catch (cause) {
		throw new UserError('sop_folder', { folder }, cause);
	}
	if (names.length === 0) throw new UserError('sop_folder', { folder });
	const files = names.map((name) => {
		const file = `data/sop/${name}`;
		const text = readFileSync(join(folder, name), 'utf8');
		const sop = parseSop(text, file);
		if (`${sop.id}.yaml` !== name) throw new UserError('sop_file_name', { file, text: sop.id });
		return { file, text, sop };
	});
	const ids = new Set(files.map(({ sop }) => sop.id));
	for (const { file, sop } of files) {
		for (const step of sop.steps) {
			const missing = step.opens.find((opening) => !ids.has(opening.sop));
			if (missing) {
				throw new UserError('sop_unknown_sop', { file, step: step.no, text: missing.sop });
			}
		}
	}
	return files.sort((a, b) => (a.sop.id < b.sop.id ? -1 : 1));
}

/** The SOP catalogue of a project root, sorted by id; fails as `loadCatalogueFiles` does. */
export function loadCatalogue(home: string): Sop[] {
	return loadCatalogueFiles(home).map(({ sop }) => sop);
}
