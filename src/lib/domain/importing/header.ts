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
		this.names = names;
		this.#positions = new Map();
		const exact = new Set<string>();
		names.forEach((name, position) => {
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
