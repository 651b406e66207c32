import { formatSeconds } from './duration';
import { isBranch, reachableSteps, stepsLeadingToEnd } from './graph';
import type { Finding, Sop, Step } from './types';

/**
 * What does not add up in an SOP, as its document writes it: findings stand beside the SOP, they correct nothing.
 * Order: about the whole SOP first, then step by step. Texts: message `finding_<code>`.
 */
export function lintSop(sop: Omit<Sop, 'findings'>): Finding[] {
	const reachable = reachableSteps(sop);
	const leading = stepsLeadingToEnd(sop);
	const anyTime = sop.steps.some((step) => step.time !== null);
	const duplicates = duplicateNumbers(sop.steps);
	return [
		...incomplete(sop),
		...totalFinding(sop),
		...lawFinding(sop),
		...flowFindings(sop),
		...sop.steps.flatMap((step) => {
			const about = (
				code: string,
				severity: Finding['severity'],
				params: Finding['params'] = {}
			): Finding => ({ code, params: { no: step.no, ...params }, severity, step: step.id });
			const found: Finding[] = [];
			if (anyTime && step.time === null) found.push(about('step_without_time', 'warning'));
			for (const outcome of openOutcomes(step)) {
				found.push(about('outcome_without_edge', 'warning', { outcome }));
			}
			if (isBranch(step) && step.next.some((edge) => edge.condition === null)) {
				found.push(about('branch_default', 'warning'));
			}
			if (!reachable.has(step.id)) found.push(about('unreachable_step', 'warning'));
			if (!leading.has(step.id)) found.push(about('no_path_to_end', 'warning'));
			if (duplicates.has(step.no)) found.push(about('duplicate_no', 'warning'));
			return found;
		})
	];
}

/** Working seconds of all steps, one pass of each, as the "Jumlah" of a form adds them; null if some is not in hours. */
export function stepTimeSum(steps: Step[]): number | null {
	let sum = 0;
	for (const step of steps) {
		if (step.budget === null) continue;
		if (step.budget.seconds === null || step.budget.clock !== 'working') return null;
		sum += step.budget.seconds;
	}
	return sum;
}

function whole(code: string, severity: Finding['severity'], params: Finding['params']): Finding {
	return { code, params, severity, step: null };
}

function incomplete(sop: Pick<Sop, 'incomplete'>): Finding[] {
	return sop.incomplete === null
		? []
		: [whole('document_incomplete', 'warning', { where: sop.incomplete })];
}

function totalFinding(sop: Omit<Sop, 'findings'>): Finding[] {
	const stated = sop.statedTotalSeconds;
	const sum = stepTimeSum(sop.steps);
	if (stated === null || sop.statedTotal === null || sum === null) return [];
	// With a blank among the times only a sum that is already too large contradicts the document.
	const untimed = sop.steps.some((step) => step.time === null);
	if (untimed ? sum <= stated : sum === stated) return [];
	return [
		whole('sum_differs', 'warning', {
			sum: formatSeconds(sum),
			stated: sop.statedTotal,
			sumSeconds: sum,
			statedSeconds: stated
		})
	];
}

function lawFinding(sop: Pick<Sop, 'effectiveFrom' | 'header'>): Finding[] {
	if (sop.effectiveFrom === null) return [];
	const effective = Number(sop.effectiveFrom.slice(0, 4));
	const years = sop.header.legalBasis
		.flatMap((law) => [...law.matchAll(/\btahun\s+(\d{4})\b/gi)].map((match) => Number(match[1])))
		.filter((year) => year > effective);
	if (years.length === 0) return [];
	const named = [...new Set(years)].sort((a, b) => a - b).join(', ');
	return [whole('effective_before_law', 'warning', { effective, years: named })];
}

function flowFindings(sop: Pick<Sop, 'flows' | 'steps'>): Finding[] {
	return sop.flows.flatMap((flow) => {
		const steps = sop.steps.filter((step) => step.flow === flow.id);
		const found: Finding[] = [];
		if (!steps.some((step) => step.start)) {
			found.push(whole('flow_without_start', 'warning', { flow: flow.title }));
		}
		if (!steps.some((step) => step.end)) {
			found.push(whole('flow_without_end', 'warning', { flow: flow.title }));
		}
		return found;
	});
}

/** Outcomes without an edge: those the transcription names, and the other side of a lone conditional edge. */
function openOutcomes(step: Step): string[] {
	const [only] = step.next;
	if (step.next.length !== 1 || !only || only.condition === null) return step.openOutcomes;
	return step.openOutcomes.length > 0 ? step.openOutcomes : [`≠ ${only.condition}`];
}

function duplicateNumbers(steps: Step[]): Set<string> {
	const seen = new Set<string>();
	return new Set(
		steps.map((step) => step.no).filter((no) => (seen.has(no) ? true : (seen.add(no), false)))
	);
}
