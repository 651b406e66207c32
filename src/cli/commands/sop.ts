import { writeFile } from 'node:fs/promises';
import { stepTimeSum } from '$lib/domain/sop/lint';
import type { Sop } from '$lib/domain/sop/types';
import { m } from '$lib/paraglide/messages';
import type { Store } from '$lib/server/database/store';
import { parseRank, variantSop } from '$lib/server/reading/interchange/variant-sop';
import { resolveArgument } from '$lib/server/settings';
import { storedSops } from '$lib/server/reference/sops/versions';
import { findingText } from '$lib/format/findings';
import { UsageError } from '../usage';
import { callScope, scopeOptions, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, writeTable, written } from '../output';

/** `sop` lists the catalogue; `sop ID` one of it; `sop from-variant` writes one from the log. */
export const sopCommand: Command = {
	options: { ...scopeOptions, rank: { type: 'string' }, out: { type: 'string' } },
	run: (call) =>
		call.withStore(async (store) => {
			if (call.positionals[0] === 'from-variant') return fromVariant(call, store);
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

/** Writes the SOP that the n-th most frequent variant of a scope follows. */
async function fromVariant(call: Call, store: Store): Promise<number> {
	const word = text(call, 'rank') ?? '1';
	const rank = parseRank(word);
	if (rank === null) throw new UsageError('cli_rank', { value: word });
	const scope = await callScope(call, store);
	const { yaml, cases, steps } = await variantSop(store, { scope, rank });
	const out = text(call, 'out');
	if (out === null) process.stdout.write(yaml);
	else {
		const file = resolveArgument(out);
		await written(file, writeFile(file, yaml));
		if (call.json) writeJson({ file: out, rank, cases, steps });
		else tell(m.cli_variant_written({ rank, file: out }));
	}
	return 0;
}

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
