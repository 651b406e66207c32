import type { ImportResult } from '../importing/types';
import type { Act } from './append';

/** What the record says of an import: which files, by name and content, and what became of their rows. */
export function importedAct({ import: number, files }: ImportResult): Act {
	return {
		action: 'imported',
		object: String(number ?? ''),
		detail: {
			files: files.map(({ file, sha256, rows, used, duplicates, rejected }) => ({
				file,
				sha256,
				rows,
				used,
				duplicates,
				rejected
			}))
		}
	};
}

/** What the record says of an import that was taken back. */
export function undoneAct(number: number, done: { events: number; cases: number }): Act {
	return { action: 'import_undone', object: String(number), detail: { ...done } };
}
