/** Answers kept: some readers with some filters each on the heaviest pages. */
const KEPT = 200;

/**
 * Answers that hold until the store changes: what a page works out of a million events is the same for every reader until
 * the next import. Who asks for an answer that is being worked out waits for it instead of asking again.
 */
export class KeptAnswers {
	readonly #answers = new Map<string, { commits: number; answer: Promise<unknown> }>();

	/**
	 * The kept answer, else the one that `make` gives. A failure is not kept.
	 * @param key names the question, and who sees what of the store
	 * @param commits how often the store had changed when the question was asked
	 */
	get<T>(key: string, commits: number, make: () => Promise<T>): Promise<T> {
		const known = this.#answers.get(key);
		if (known?.commits === commits) return known.answer as Promise<T>;
		const answer = make();
		// Put in anew, so that the oldest is the first.
		this.#answers.delete(key);
		this.#answers.set(key, { commits, answer });
		answer.catch(() => {
			if (this.#answers.get(key)?.answer === answer) this.#answers.delete(key);
		});
		const oldest = this.#answers.size > KEPT ? this.#answers.keys().next() : undefined;
		if (oldest && !oldest.done) this.#answers.delete(oldest.value);
		return answer;
	}
}
