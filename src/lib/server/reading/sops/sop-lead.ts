import { m } from '$lib/paraglide/messages';
import { formatCount, formatPercent } from '$lib/format/numbers';
import type { Sheet } from './sop-sheet';

/**
 * The finding an SOP's page opens with, in the reader's language: how much of the office's own work was in time, with
 * coverage and n, and which step is late most often; or why nothing can be said.
 */
export function sheetLead(sheet: Pick<Sheet, 'steps' | 'limits' | 'own' | 'cases'>): string {
	const { own } = sheet;
	const cases = sheet.cases?.cases ?? 0;
	if (cases === 0) return m.sop_lead_no_cases();
	const counted = { cases: formatCount(cases) };
	if (own.judged === 0) {
		if (own.provisional > 0) {
			return m.sop_lead_provisional({ ...counted, count: formatCount(own.provisional) });
		}
		if (own.budgeted > 0) {
			return m.sop_lead_unmeasured({ ...counted, count: formatCount(own.unmeasured) });
		}
		return hasBudget(sheet) ? m.sop_lead_nothing_yet(counted) : m.sop_lead_no_budget(counted);
	}
	const judged = {
		...counted,
		coverage: formatPercent(own.coverage, 0),
		n: formatCount(own.judged)
	};
	if (own.late === 0) return m.sop_lead_all_on_time(judged);
	const rate = m.sop_lead_rate({ ...judged, rate: formatPercent(own.rate, 0) });
	const worst = heaviest(sheet);
	if (!worst) return rate;
	const { late, judged: of } = worst.judgement;
	return `${rate} ${m.sop_lead_heaviest({
		step: worst.name,
		late: formatCount(late),
		of: formatCount(of)
	})}`;
}

function hasBudget({ steps, limits }: Pick<Sheet, 'steps' | 'limits'>): boolean {
	return limits.length > 0 || steps.some((step) => step.budget !== null && !step.supplier);
}

/** The office's step or limit with the most late occurrences; the first of equals. */
function heaviest({ steps, limits }: Pick<Sheet, 'steps' | 'limits'>) {
	const own = [
		...steps
			.filter((step) => !step.supplier)
			.map((step) => ({
				name: m.sop_step_named({ no: step.no, activity: shorten(step.activity) }),
				judgement: step.reality.judgement
			})),
		...limits.map((limit) => ({ name: limit.title, judgement: limit.reality.judgement }))
	].filter(({ judgement }) => judgement.late > 0);
	return own.reduce<(typeof own)[number] | null>(
		(worst, one) => (worst && worst.judgement.late >= one.judgement.late ? worst : one),
		null
	);
}

/** The head of a long activity, cut between words, without the mark at its end. */
function shorten(activity: string): string {
	const text = activity.replace(/[\s.,;]+$/, '');
	if (text.length <= 60) return text;
	return `${text
		.slice(0, 60)
		.replace(/\s+\S*$/, '')
		.replace(/[\s.,;]+$/, '')} …`;
}
