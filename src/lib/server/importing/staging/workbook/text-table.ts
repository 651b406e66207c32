import { UserError } from '$lib/domain/user-error';

const blockBytes = 1 << 20;
/** A workbook of a million rows with a hundred characters of its own text in each needs a quarter of this. */
const mostBytes = 400_000_000;

/**
 * The texts that the cells of a workbook share, by number. They lie outside the garbage-collected memory, as UTF-8,
 * so that a million of them cost little more than their bytes.
 */
export class TextTable {
	readonly #file: string;
	readonly #blocks: Buffer[] = [];
	#room = 0;
	#bytes = 0;
	/** Per text: block, from, to. */
	#places = new Uint32Array(3 * 1024);
	#count = 0;

	constructor(file: string) {
		this.#file = file;
	}

	/** @throws UserError `import_unfolds` {file, megabytes} when the texts no longer fit into the memory */
	add(text: string): void {
		const length = Buffer.byteLength(text);
		this.#bytes += length;
		if (this.#bytes > mostBytes)
			throw new UserError('import_unfolds', {
				file: this.#file,
				megabytes: Math.round(this.#bytes / 1e6)
			});
		if (length > this.#room) {
			this.#room = Math.max(blockBytes, length);
			this.#blocks.push(Buffer.allocUnsafeSlow(this.#room));
		}
		const block = this.#blocks.at(-1);
		const from = block ? block.length - this.#room : 0;
		block?.write(text, from);
		this.#room -= length;
		const at = this.#count++ * 3;
		if (at >= this.#places.length) {
			const wider = new Uint32Array(this.#places.length * 2);
			wider.set(this.#places);
			this.#places = wider;
		}
		this.#places.set([this.#blocks.length - 1, from, from + length], at);
	}

	/** Undefined for a number that the table does not have. */
	get(number: number): string | undefined {
		if (!(Number.isInteger(number) && number >= 0 && number < this.#count)) return undefined;
		const [block = 0, from = 0, to = 0] = this.#places.subarray(number * 3, number * 3 + 3);
		return this.#blocks[block]?.toString('utf8', from, to) ?? '';
	}
}
