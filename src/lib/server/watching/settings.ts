import { resolve } from 'node:path';

/** What is watched, and how. */
export interface WatchSettings {
	/** TEPAT_WATCH: the folder, counted from the home; undefined where nothing is watched. */
	folder: string | undefined;
	/** TEPAT_WATCH_SECONDS: how long a file must not change before it is taken; 5 unless 1 to 3600. */
	stillSeconds: number;
}

const DEFAULT_SECONDS = 5;

/** Reads what is watched from the environment. @param home folder from which a relative one counts */
export function watchSettings(
	home: string,
	env: Record<string, string | undefined> = process.env
): WatchSettings {
	const seconds = /^\d{1,4}$/.test(env.TEPAT_WATCH_SECONDS ?? '')
		? Number(env.TEPAT_WATCH_SECONDS)
		: 0;
	return {
		folder: env.TEPAT_WATCH ? resolve(home, env.TEPAT_WATCH) : undefined,
		stillSeconds: seconds >= 1 && seconds <= 3600 ? seconds : DEFAULT_SECONDS
	};
}
