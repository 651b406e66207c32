import { currentInstant } from '../product';

/** The machine's clock, as the store takes it (UTC, ISO without zone) and in milliseconds since 1970. */
export function clock(): { now: string; at: number } {
	return { now: currentInstant(), at: Date.now() };
}
