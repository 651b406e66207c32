interface KeptAnswer {
	/** How often the store had changed when the question was asked. */
	commits: number;
	answer: Promise<unknown>;
	make: () => Promise<unknown>;
	/** The turn of the reader who asked last. */
	asked: number;
	/** How often it was asked anew since, without a reader. */
	renewed: number;
}

/** An answer that nobody asked for after so many changes of the store is not worked out anew. */
const RENEWED_UNASKED = 2;
/** Questions that are asked anew after one change: more would keep a small machine busy for nobody. */
const RENEWED_MOST = 100;

/**
 * Answers that hold until the store changes: what a page works out of a million events is the same for every reader until
 * the next import. Who asks for an answer that is being worked out waits for it instead of asking again.
 */
export class KeptAnswers {
	readonly #answers = new Map<string, KeptAnswer>();
	readonly #most: number;
	#asked = 0;

	/** @param most how many are kept; then the oldest goes */
	constructor(most: number) {
		this.#most = most;
	}

	/**
	 * The kept answer, else the one that `make` gives. A failure is not kept.
	 * @param key names the question, and who sees what of the store
	 * @param commits how often the store had changed when the question was asked
	 */
	get<T>(key: string, commits: number, make: () => Promise<T>): Promise<T> {
		const known = this.#answers.get(key);
		const asked = ++this.#asked;
		if (known?.commits !== commits)
			return this.#put(key, { commits, make, asked, renewed: 0 }) as Promise<T>;
		known.asked = asked;
		known.renewed = 0;
		return known.answer as Promise<T>;
	}

	/**
	 * The questions that readers asked lately and whose answers are of an older store, the one asked last first. Calling
	 * one works its answer out anew, unless a reader came first.
	 * @param commits how often the store has changed
	 */
	outdated(commits: number): (() => Promise<unknown>)[] {
		return [...this.#answers]
			.filter(([, kept]) => kept.commits !== commits && kept.renewed < RENEWED_UNASKED)
			.sort(([, one], [, other]) => other.asked - one.asked)
			.slice(0, RENEWED_MOST)
			.map(([key, kept]) => () => {
				if (this.#answers.get(key) !== kept) return Promise.resolve();
				return this.#put(key, { ...kept, commits, renewed: kept.renewed + 1 });
			});
	}

	#put(key: string, question: Omit<KeptAnswer, 'answer'>): Promise<unknown> {
		const kept = { ...question, answer: question.make() };
		// Put in anew, so that the oldest is the first.
		this.#answers.delete(key);
		this.#answers.set(key, kept);
		kept.answer.catch(() => {
			if (this.#answers.get(key) === kept) this.#answers.delete(key);
		});
		const oldest = this.#answers.size > this.#most ? this.#answers.keys().next() : undefined;
		if (oldest && !oldest.done) this.#answers.delete(oldest.value);
		return kept.answer;
	}
}
