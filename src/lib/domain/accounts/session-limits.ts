/** How long a session lasts. Minutes. */
export interface SessionLimits {
	/** Without a request. */
	idle: number;
	/** Since the sign-in. */
	absolute: number;
}

export const DEFAULT_SESSION_LIMITS: SessionLimits = { idle: 30, absolute: 12 * 60 };

/**
 * Reads the limits from settings (minutes); what is not a whole number from 1 to 10080, a week, is the default. The
 * idle limit is never longer than the absolute one.
 */
export function readSessionLimits(
	idle: string | undefined,
	absolute: string | undefined
): SessionLimits {
	const whole = (text: string | undefined, standard: number): number => {
		const minutes = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
		return minutes >= 1 && minutes <= 10_080 ? minutes : standard;
	};
	const longest = whole(absolute, DEFAULT_SESSION_LIMITS.absolute);
	return { absolute: longest, idle: Math.min(longest, whole(idle, DEFAULT_SESSION_LIMITS.idle)) };
}

/**
 * Whether a session is over. Instants are UTC, ISO without zone.
 * @param session.created when the person signed in
 * @param session.seen when it was last used
 */
export function isOver(
	session: { created: string; seen: string },
	limits: SessionLimits,
	now: string
): boolean {
	const minutes = (since: string): number =>
		(Date.parse(`${now}Z`) - Date.parse(`${since}Z`)) / 60_000;
	return minutes(session.seen) >= limits.idle || minutes(session.created) >= limits.absolute;
}
