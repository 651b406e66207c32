import { UserError } from '../user-error';
import { normaliseHeader } from './fields';

/** The columns of a file, found by name whatever the case and punctuation. */
export class Header {
	/** The file's name, for what is said about it. */
	readonly file: string;
	readonly names: readonly string[];
	readonly #positions: Map<string, number>;

	/** @throws UserError `import_two_headers` {file, column} */
	constructor(names: readonly string[], file: string) {
		this.file = file;
		this.names = nameComments(names);
		this.#positions = new Map();
		const exact = new Set<string>();
		this.names.forEach((name, position) => {
			const trimmed = name.trim();
			if (trimmed === '') return;
			if (exact.has(trimmed)) throw new UserError('import_two_headers', { file, column: trimmed });
			exact.add(trimmed);
			const key = normaliseHeader(name);
			if (!this.#positions.has(key)) this.#positions.set(key, position);
		});
	}

	/** The position, from 0, of the first of these spellings that the file has. */
	find(spellings: readonly string[]): number | undefined {
		for (const spelling of spellings) {
			const trimmed = spelling.trim();
			const exact = this.names.findIndex((name) => name.trim() === trimmed);
			const position = exact >= 0 ? exact : this.#positions.get(normaliseHeader(spelling));
			if (position !== undefined) return position;
		}
		return undefined;
	}

	has(spellings: readonly string[]): boolean {
		return this.find(spellings) !== undefined;
	}
}

/** What offices call a column that says something about the one before it. */
const COMMENT = /^(komentar|catatan|comment)s?$/i;

/** Of several columns that are just called "Komentar" each speaks of the one before it, and is named after that. */
function nameComments(names: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name.trim(), (counts.get(name.trim()) ?? 0) + 1);
	return names.map((name, at) => {
		const own = name.trim();
		const before = names[at - 1]?.trim() ?? '';
		return (counts.get(own) ?? 0) > 1 && COMMENT.test(own) && before !== ''
			? `${own} ${before}`
			: name;
	});
}
