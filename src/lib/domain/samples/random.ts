/** Points of a distribution: the share of values below, and the value; shares rise from 0 to 1. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/**
 * Numbers that look random and are the same on every machine for the same seed. Only integer and
 * basic floating-point arithmetic is used, whose results the language fixes to the last bit; the
 * logarithms and sines of the usual distributions may differ between engines, so values are read
 * off quantiles instead. Mulberry32, seeded by FNV-1a of a text.
 */
export class Random {
	#state: number;

	constructor(seed: string) {
		let hash = 0x811c9dc5;
		for (const character of seed) {
			hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
		}
		this.#state = hash >>> 0;
	}

	/** A number from 0 up to, but not, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** True in this share of calls. */
	chance(share: number): boolean {
		return this.next() < share;
	}

	/** A whole number from `least` to `greatest`, both included. */
	whole(least: number, greatest: number): number {
		return least + Math.floor(this.next() * (greatest - least + 1));
	}

	/** One of a list; throws a RangeError for an empty one. */
	pick<T>(list: readonly T[]): T {
		if (list.length === 0) throw new RangeError('nothing to pick from');
		return list[Math.floor(this.next() * list.length)] as T;
	}

	/** The position of one of several weights, drawn in proportion to them. */
	weighted(weights: readonly number[]): number {
		let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
		const index = weights.findIndex((weight) => (left -= weight) < 0);
		return index < 0 ? weights.length - 1 : index;
	}

	/** A value of a distribution, straight between its points. */
	quantile(points: Quantiles): number {
		const share = this.next();
		const upper = points.findIndex(([reached]) => share < reached);
		const [shareTo, valueTo] = points[upper] ?? [1, 0];
		const [shareFrom, valueFrom] = points[upper - 1] ?? [0, valueTo];
		return valueFrom + ((share - shareFrom) / (shareTo - shareFrom)) * (valueTo - valueFrom);
	}
}
