import type { Queries } from '../../database/generated/queries';

export type VerdictRow = Queries['sop/verdicts']['row'];

/** How occurrences were judged; a rate is never shown without its coverage and n. */
export interface Judgement {
	/** Completed occurrences of any verdict. */
	occurrences: number;
	onTime: number;
	late: number;
	/** Of the ones on time: late gross, on time net of outages. */
	excused: number;
	/** Rest on an inferred value no office has confirmed: neither on time nor late. */
	provisional: number;
	/** With a budget, but not to be judged, or required of a completed case and not seen. */
	unmeasured: number;
	noBudget: number;
	/** Open steps of running cases at the data date: beside the rate, not in it. */
	open: number;
	openLate: number;
	/** onTime + late: what the rate rests on. */
	judged: number;
	/** All occurrences with a budget, completed or required. */
	budgeted: number;
	/** onTime / judged, 0 to 1; null where nothing was judged. */
	rate: number | null;
	/** judged / budgeted, 0 to 1; null where nothing has a budget. */
	coverage: number | null;
	/** Why occurrences could not be judged, most frequent first. */
	reasons: { reason: string; count: number }[];
}

/** Adds up verdicts: of a step, of an SOP, of an office's own steps. */
export function judge(
	rows: readonly Pick<VerdictRow, 'verdict' | 'reason' | 'provisional' | 'open' | 'count'>[]
): Judgement {
	const count = (counts: (row: (typeof rows)[number]) => boolean) =>
		rows.reduce((sum, row) => sum + (counts(row) ? row.count : 0), 0);
	const judgedAs = (...verdicts: string[]) =>
		count((row) => !row.open && !row.provisional && verdicts.includes(row.verdict));
	const onTime = judgedAs('on_time', 'excused');
	const late = judgedAs('late');
	const provisional = count((row) => !row.open && row.provisional);
	const unmeasured = judgedAs('unmeasured');
	const judged = onTime + late;
	const budgeted = judged + unmeasured + provisional;
	const reasons = new Map<string, number>();
	for (const row of rows) {
		if (row.open || row.verdict !== 'unmeasured' || row.reason === null) continue;
		reasons.set(row.reason, (reasons.get(row.reason) ?? 0) + row.count);
	}
	return {
		occurrences: count((row) => !row.open && row.reason !== 'not_seen'),
		onTime,
		late,
		excused: judgedAs('excused'),
		provisional,
		unmeasured,
		noBudget: judgedAs('no_budget'),
		open: count((row) => row.open),
		openLate: count((row) => row.open && row.verdict === 'late' && !row.provisional),
		judged,
		budgeted,
		rate: judged === 0 ? null : onTime / judged,
		coverage: budgeted === 0 ? null : judged / budgeted,
		reasons: [...reasons]
			.map(([reason, total]) => ({ reason, count: total }))
			.sort((a, b) => b.count - a.count)
	};
}
