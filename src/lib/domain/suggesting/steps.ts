import { normaliseActivity } from '../sop/normalise';
import { tellingWords, wordLikeness } from './words';

/** A step or milestone of an SOP with the texts that mean it. */
export interface KnownStep {
	/** Id of the step. */
	id: string;
	/** The number in the document; '' for a milestone. */
	no: string;
	/** As the document writes it. */
	text: string;
	/** Other spellings, of the catalogue. */
	aliases: readonly string[];
	/** Texts that somebody said mean the step. */
	saved: readonly string[];
}

/** A step that an activity may be, similarity from 0 to 1. */
export interface StepSuggestion {
	step: string;
	similarity: number;
}

/** Which step an activity is, and by what; `open` where only a person can say. */
export type StepMatch =
	| { by: 'number' | 'exact' | 'alias' | 'saved'; step: string }
	| { by: 'open'; suggestions: StepSuggestion[] };

/** Words as like as this are one word. */
const sameWord = 0.7;
/** Less alike is no suggestion. */
const leastSimilarity = 0.3;
const mostSuggestions = 3;

/** The steps of an SOP, laid out so that activities can be looked up in them. */
export class StepIndex {
	readonly #names = new Map<string, StepMatch & { by: 'exact' | 'alias' | 'saved' }>();
	readonly #numbers = new Map<string, string>();
	readonly #texts: { step: string; words: string[] }[] = [];
	readonly #weights = new Map<string, number>();

	constructor(steps: readonly KnownStep[]) {
		const add = (text: string, by: 'exact' | 'alias' | 'saved', step: string) => {
			const name = normaliseActivity(text);
			if (name === '') return;
			// As where activities are matched for good: of two steps with one name, the first has it.
			if (!this.#names.has(name)) this.#names.set(name, { by, step });
			this.#texts.push({ step, words: tellingWords(name) });
		};
		for (const { id, no, text, aliases } of steps) {
			for (const reference of [no, id]) {
				const key = foldReference(reference);
				if (key !== '' && !this.#numbers.has(key)) this.#numbers.set(key, id);
			}
			add(text, 'exact', id);
			for (const alias of aliases) add(alias, 'alias', id);
		}
		for (const { id, saved } of steps) for (const text of saved) add(text, 'saved', id);
		for (const { words } of this.#texts)
			for (const word of new Set(words))
				this.#weights.set(word, (this.#weights.get(word) ?? 0) + 1);
	}

	/**
	 * Which step an activity of a log is: the one that the log names, else that of its text, else what looks like it.
	 * @param activity.step the step that the log itself names; '' where it names none
	 */
	match(activity: { text: string; step: string }): StepMatch {
		const number = this.#numbers.get(foldReference(activity.step));
		if (number !== undefined && activity.step.trim() !== '') return { by: 'number', step: number };
		const name = normaliseActivity(activity.text);
		return this.#names.get(name) ?? { by: 'open', suggestions: this.#suggest(name) };
	}

	#suggest(name: string): StepSuggestion[] {
		const words = tellingWords(name);
		if (words.length === 0) return [];
		const best = new Map<string, number>();
		for (const { step, words: known } of this.#texts) {
			const similarity = this.#similarity(words, known);
			if (similarity > (best.get(step) ?? 0)) best.set(step, similarity);
		}
		return [...best]
			.map(([step, similarity]) => ({ step, similarity }))
			.filter(({ similarity }) => similarity >= leastSimilarity)
			.sort((a, b) => b.similarity - a.similarity || (a.step < b.step ? -1 : 1))
			.slice(0, mostSuggestions);
	}

	/** Share of the words, weighted by how few steps have them, that both texts have (Dice's coefficient). */
	#similarity(a: readonly string[], b: readonly string[]): number {
		const rest = [...b];
		let common = 0;
		for (const word of a) {
			let at = -1;
			let likeness = 0;
			rest.forEach((other, index) => {
				const next = wordLikeness(word, other);
				if (next >= sameWord && next > likeness) [at, likeness] = [index, next];
			});
			const other = rest[at];
			if (other === undefined) continue;
			common += likeness * (this.#weight(word) + this.#weight(other));
			rest.splice(at, 1);
		}
		const total = [...a, ...b].reduce((sum, word) => sum + this.#weight(word), 0);
		return total === 0 ? 0 : common / total;
	}

	#weight(word: string): number {
		// A word that no step has tells nothing apart; one that every step has, little.
		return 1 / (1 + Math.log(this.#weights.get(word) ?? 1));
	}
}

function foldReference(text: string): string {
	return text.toLowerCase().replace(/^[\s.)]+|[\s.)]+$/g, '');
}
