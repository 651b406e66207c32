import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding } from './sniff';

/** Bytes that are no UTF-8 stand in a file that showed no sign of being UTF-8: it is Windows-1252. */
export class NotUtf8 extends Error {}

/** The characters that Windows-1252 has where Latin-1 has control codes. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Turns chunks of a file into UTF-8, whatever way its characters are cut at the chunks' ends. */
export class Decoder {
	readonly #encoding: Encoding;
	#rest: Buffer = Buffer.alloc(0);
	#sure: boolean;

	/** @param sure whether a byte order mark has said that the text is UTF-8: then wrong bytes are left where they are */
	constructor(encoding: Encoding, sure: boolean) {
		this.#encoding = encoding;
		this.#sure = sure;
	}

	/** @throws NotUtf8 when bytes that are no UTF-8 come before any character that only UTF-8 has */
	decode(chunk: Buffer, last: boolean): Buffer {
		const given = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		const end = last ? given.length : this.#wholeLength(given);
		this.#rest = Buffer.from(given.subarray(end));
		const whole = given.subarray(0, end);
		switch (this.#encoding) {
			case 'utf-8':
				return this.#checked(whole);
			case 'utf-16le':
				return Buffer.from(whole.toString('utf16le'));
			case 'utf-16be':
				return Buffer.from(
					Buffer.from(whole.subarray(0, whole.length & ~1))
						.swap16()
						.toString('utf16le')
				);
			case 'windows-1252':
				return Buffer.from(
					whole
						.toString('latin1')
						.replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c)
				);
		}
	}

	#checked(whole: Buffer): Buffer {
		if (this.#sure || isUtf8(whole)) {
			this.#sure ||= !isAscii(whole);
			return whole;
		}
		const wrong = firstWrong(whole);
		this.#sure = !isAscii(whole.subarray(0, wrong));
		if (!this.#sure) throw new NotUtf8();
		// One damaged character: its row is refused later, the others are good.
		return whole;
	}

	/** How much of the bytes ends with a whole character. */
	#wholeLength(bytes: Buffer): number {
		if (this.#encoding === 'windows-1252') return bytes.length;
		if (this.#encoding !== 'utf-8') {
			const even = bytes.length & ~1;
			const high = bytes[this.#encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
			return high >= 0xd8 && high < 0xdc ? even - 2 : even;
		}
		for (let back = 1; back <= 3 && back <= bytes.length; back++) {
			const byte = bytes[bytes.length - back] ?? 0;
			if (byte < 0x80) break;
			if (byte < 0xc0) continue;
			const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
			return back < needed ? bytes.length - back : bytes.length;
		}
		return bytes.length;
	}
}

/** Where the first bytes stand that are no UTF-8, by halving. */
function firstWrong(bytes: Buffer): number {
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 4) {
		const middle = (good + bad) >> 1;
		let cut = middle;
		while (cut > good && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut--;
		if (cut > good && isUtf8(bytes.subarray(good, cut))) good = cut;
		else bad = middle;
	}
	return good;
}

/** Turns CR LF and lone CR into LF, so that one sign ends a line in every file. */
export class LineEnds {
	#afterReturn = false;

	unify(chunk: Buffer): Buffer {
		if (!this.#afterReturn && !chunk.includes(0x0d)) return chunk;
		const unified = Buffer.allocUnsafe(chunk.length);
		let length = 0;
		let afterReturn = this.#afterReturn;
		for (let index = 0; index < chunk.length; index++) {
			const byte = chunk[index] as number;
			if (byte === 0x0a && afterReturn) {
				afterReturn = false;
				continue;
			}
			afterReturn = byte === 0x0d;
			unified[length++] = afterReturn ? 0x0a : byte;
		}
		this.#afterReturn = afterReturn;
		return unified.subarray(0, length);
	}
}
