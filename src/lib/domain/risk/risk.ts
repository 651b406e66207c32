/** The least number of completed cases that a forecast may rest on. */
export const LEAST_CASES = 20;

/** What a running case runs against: its open step's budget, a limit, the stated total, its own schedule. */
export type Aim = 'step' | 'limit' | 'total' | 'schedule';

/** One budget of a running case with what completed cases say of it. */
export interface Chance {
	aim: Aim;
	/** Of a limit: what it is called. */
	title: string | null;
	/** Office seconds until the budget is used up at the data date, below 0 where it is; null where that cannot be said. */
	left: number | null;
	/** Completed cases of the same SOP and office that went through the same step. */
	cases: number;
	/** The median of the office seconds they still took from that step; null without cases. */
	remaining: number | null;
	/** The budget rests on an inferred value that no office has confirmed. */
	provisional: boolean;
}

/** Why nothing can be said of a budget. */
export type UnknownReason = 'unmeasured' | 'few_cases';

/** How one budget stands. */
export type Standing =
	| { risk: 'late' | 'at_risk' | 'on_track' }
	| { risk: 'provisional' }
	| { risk: 'unknown'; reason: UnknownReason };

/** How a running case stands as a whole, with the budget that decides it. */
export type CaseRisk =
	| { risk: 'late' | 'at_risk' | 'on_track' | 'provisional'; chance: Chance }
	| { risk: 'unknown'; reason: UnknownReason; chance: Chance }
	| { risk: 'no_budget'; chance: null };

/**
 * Whether a budget is in danger: it is when the time left to it is less than the median that at least 20 completed cases of the
 * same SOP and office still took from the same step; with fewer nothing is said. Used up is late, whatever other cases took.
 * A budget that rests on an inferred value accuses nobody.
 */
export function standingOf({ left, cases, remaining, provisional }: Chance): Standing {
	if (left === null) return { risk: 'unknown', reason: 'unmeasured' };
	const late = left < 0;
	if (late) return { risk: provisional ? 'provisional' : 'late' };
	if (cases < LEAST_CASES || remaining === null) return { risk: 'unknown', reason: 'few_cases' };
	if (left >= remaining) return { risk: 'on_track' };
	return { risk: provisional ? 'provisional' : 'at_risk' };
}

/** Whether somebody should look at the case now. */
export function isUrgent({ risk }: Pick<CaseRisk, 'risk'>): boolean {
	return risk === 'late' || risk === 'at_risk' || risk === 'provisional';
}

/**
 * How a running case stands: by the worst of its budgets. A case is on track only if all of its budgets are; one that cannot be
 * judged leaves the case unknown. Of equals the one with the least time left decides.
 */
export function judgeRisk(chances: readonly Chance[]): CaseRisk {
	const order = ['late', 'at_risk', 'provisional', 'unknown', 'on_track'] as const;
	const standings = chances.map((chance) => ({ chance, standing: standingOf(chance) }));
	for (const risk of order) {
		const worst = standings
			.filter(({ standing }) => standing.risk === risk)
			.sort(({ chance: a }, { chance: b }) => (a.left ?? 0) - (b.left ?? 0))[0];
		if (!worst) continue;
		const { chance, standing } = worst;
		if (standing.risk === 'unknown') return { risk: 'unknown', reason: standing.reason, chance };
		return { risk: standing.risk, chance };
	}
	return { risk: 'no_budget', chance: null };
}

/**
 * The few cases that somebody should look at first, of each kind some: those at risk can still be helped, and many late ones must
 * not hide them. In turn one late, one at risk, one provisional, each in the order given; then shown kind by kind.
 */
export function balanceUrgent<Case extends { verdict: CaseRisk }>(
	cases: readonly Case[],
	most: number
): Case[] {
	const kinds = (['late', 'at_risk', 'provisional'] as const).map((kind) =>
		cases.filter(({ verdict }) => verdict.risk === kind)
	);
	const taken = kinds.map(() => 0);
	let left = most;
	while (left > 0 && kinds.some((kind, at) => kind.length > (taken[at] ?? 0))) {
		kinds.forEach((kind, at) => {
			const count = taken[at] ?? 0;
			if (left === 0 || kind.length <= count) return;
			taken[at] = count + 1;
			left--;
		});
	}
	return kinds.flatMap((kind, at) => kind.slice(0, taken[at]));
}
