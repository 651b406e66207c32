import type { ReplayField } from './replay-field';

/** How long a whole log may take to play, in seconds. */
export const PLAYED_IN = [30, 60, 120, 300] as const;

/** Longer than this between two pictures means that the page was away: the time it was away is not played. */
const LONGEST_FRAME_MS = 100;

/** Where the animation of a map stands, and its clock. */
export class Replay {
	/** What moves; undefined until it is loaded. */
	field = $state.raw<ReplayField>();
	/** Minutes since 1970 on the local clock. */
	at = $state(0);
	playing = $state(false);
	/** Seconds that the whole takes. */
	playedIn = $state<number>(60);

	#frame = 0;

	/** Takes what moves, and keeps the time if it lies within. */
	take(field: ReplayField | undefined): void {
		const outside = !field || this.at < field.start || this.at > field.end;
		this.field = field;
		if (outside) this.at = field?.start ?? 0;
	}

	/** Plays on, from the beginning if it is at its end. */
	play(): void {
		if (!this.field || this.playing) return;
		if (this.at >= this.field.end) this.at = this.field.start;
		this.playing = true;
		let before = performance.now();
		const step = (now: number) => {
			if (!this.field || !this.playing) return;
			const passed = Math.min(LONGEST_FRAME_MS, now - before);
			before = now;
			const { start, end } = this.field;
			this.at = Math.min(end, this.at + ((end - start) * passed) / (this.playedIn * 1000));
			if (this.at >= end) this.playing = false;
			else this.#frame = requestAnimationFrame(step);
		};
		this.#frame = requestAnimationFrame(step);
	}

	/** Stops where it is. */
	pause(): void {
		this.playing = false;
		if (this.#frame !== 0) cancelAnimationFrame(this.#frame);
		this.#frame = 0;
	}
}
