/** The members of an object as written: numbers keep every digit, nested values stay text. */
export type RawObject = [key: string, value: string][];

/**
 * The first objects of a JSON array, of which the text may hold only the beginning; an object that is cut off is left
 * out. undefined for a text that is no such array.
 */
export function readObjects(text: string, most: number): RawObject[] | undefined {
	const reader = new Reader(text);
	if (!reader.take('[')) return undefined;
	const objects: RawObject[] = [];
	while (objects.length < most) {
		const object = reader.object();
		if (!object) break;
		objects.push(object);
		if (!reader.take(',')) break;
	}
	return objects;
}

class Reader {
	#at = 0;

	constructor(readonly text: string) {}

	take(sign: string): boolean {
		while (/\s/.test(this.text[this.#at] ?? '')) this.#at++;
		if (this.text[this.#at] !== sign) return false;
		this.#at++;
		return true;
	}

	object(): RawObject | undefined {
		if (!this.take('{')) return undefined;
		const members: RawObject = [];
		if (this.take('}')) return members;
		do {
			const key = this.#value();
			if (key === undefined || !this.take(':')) return undefined;
			const value = this.#value();
			if (value === undefined) return undefined;
			members.push([plain(key), plain(value)]);
		} while (this.take(','));
		return this.take('}') ? members : undefined;
	}

	/** The text of the next value, undefined when it does not end here. */
	#value(): string | undefined {
		while (/\s/.test(this.text[this.#at] ?? '')) this.#at++;
		const start = this.#at;
		let depth = 0;
		for (; this.#at < this.text.length; this.#at++) {
			const sign = this.text[this.#at] ?? '';
			if (sign === '"') {
				if (!this.#skipString()) return undefined;
			} else if (sign === '{' || sign === '[') depth++;
			else if (depth > 0 && (sign === '}' || sign === ']')) depth--;
			else if (depth === 0 && /[,:}\]]/.test(sign)) return this.text.slice(start, this.#at).trim();
		}
		return undefined;
	}

	/** Moves to the closing quote. */
	#skipString(): boolean {
		for (this.#at++; this.#at < this.text.length; this.#at++) {
			if (this.text[this.#at] === '\\') this.#at++;
			else if (this.text[this.#at] === '"') return true;
		}
		return false;
	}
}

function plain(raw: string): string {
	if (raw === 'null') return '';
	if (!raw.startsWith('"')) return raw;
	try {
		return String(JSON.parse(raw));
	} catch {
		return raw;
	}
}
