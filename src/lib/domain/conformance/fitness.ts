/** What became of aligning one case. */
export interface AlignedCase {
	cost: number;
	/** Events in its sequence. */
	events: number;
	complete: boolean;
}

/**
 * How well a case follows its SOP, 0 to 1: of a completed one 1 − cost / (events + cost of the shortest complete path),
 * of another 1 − cost / events; 1 where that is nothing. The two are never averaged together.
 * @param shortestPath cost of the shortest complete path of the SOP
 */
export function caseFitness({ cost, events, complete }: AlignedCase, shortestPath: number): number {
	const worst = events + (complete ? shortestPath : 0);
	return worst === 0 ? 1 : 1 - cost / worst;
}

/** How well the completed cases of a log follow one SOP. */
export interface LogFitness {
	/** Of all of them. */
	cost: number;
	/** Mean of their fitness; null without any. */
	average: number | null;
	/** 1 − all costs / all worst costs; null without any. */
	log: number | null;
}

/** Adds completed cases up. @param cases distinct ones, each with how many are like it */
export function logFitness(
	cases: readonly { cost: number; events: number; shortestPath: number; count: number }[]
): LogFitness {
	let count = 0;
	let cost = 0;
	let worst = 0;
	let sum = 0;
	for (const one of cases) {
		count += one.count;
		cost += one.cost * one.count;
		worst += (one.events + one.shortestPath) * one.count;
		sum += caseFitness({ ...one, complete: true }, one.shortestPath) * one.count;
	}
	if (count === 0) return { cost, average: null, log: null };
	return { cost, average: sum / count, log: worst === 0 ? 1 : 1 - cost / worst };
}
