import { stepTimeSum } from '$lib/domain/sop/lint';
import type { Sop } from '$lib/domain/sop/types';
import { storedSops } from '$lib/server/reference/sops';
import { findingText } from '$lib/format/findings';
import { UsageError } from '../usage';
import type { Command } from '../command';
import { writeJson, writeTable } from '../output';

/** `sop` lists the catalogue; `sop ID` one of it. */
export const sopCommand: Command = {
	options: {},
	run: (call) =>
		call.withStore(async (store) => {
			const sops = await storedSops(store);
			const chosen =
				call.positionals.length === 0 ? sops : call.positionals.map((id) => find(sops, id));
			if (call.json) writeJson(chosen.map(describe));
			else
				writeTable(
					['id', 'number', 'title', 'steps', 'statedTotal', 'findings'],
					chosen.map((sop) => [
						sop.id,
						sop.number,
						sop.title,
						sop.steps.length,
						sop.statedTotal,
						sop.findings.length
					])
				);
			return 0;
		})
};

function find(sops: Sop[], id: string): Sop {
	const sop = sops.find((candidate) => candidate.id === id);
	if (sop) return sop;
	throw new UsageError('unknown_sop', { sop: id, known: sops.map((known) => known.id).join(', ') });
}

function describe(sop: Sop) {
	return {
		id: sop.id,
		number: sop.number,
		title: sop.title,
		office: sop.office,
		source: sop.source,
		effectiveFrom: sop.effectiveFrom,
		header: sop.header,
		statedTotal: sop.statedTotal,
		statedTotalSeconds: sop.statedTotalSeconds,
		sumOfStepSeconds: stepTimeSum(sop.steps),
		inferred: sop.inferences,
		findings: sop.findings.map((finding) => ({ ...finding, text: findingText(finding) })),
		flows: sop.flows,
		steps: sop.steps.map((step) => ({
			id: step.id,
			no: step.no,
			flow: step.flow,
			activity: step.activity,
			actors: step.actors,
			time: step.time,
			budget: step.budget && {
				value: step.budget.value,
				unit: step.budget.unit,
				clock: step.budget.clock
			},
			budgetSeconds: step.budget?.seconds ?? null,
			requirements: step.requirements,
			outputs: step.outputs,
			note: step.note,
			start: step.start,
			next: step.next,
			end: step.end,
			optional: step.optional,
			inferred: step.inferences
		})),
		milestones: sop.milestones,
		limits: sop.limits.map((limit) => ({
			id: limit.id,
			title: limit.title,
			time: limit.time,
			budget: {
				value: limit.budget.value,
				unit: limit.budget.unit,
				clock: limit.budget.clock,
				countsFirstDay: limit.budget.countsFirstDay
			},
			budgetSeconds: limit.budget.seconds,
			from: limit.from,
			to: limit.to,
			actors: limit.actors,
			inferred: limit.inferences
		}))
	};
}
