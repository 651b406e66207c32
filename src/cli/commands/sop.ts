import { writeFile } from 'node:fs/promises';
import { stepTimeSum } from '$lib/domain/sop/lint';
import type { Sop } from '$lib/domain/sop/types';
import { versionKey } from '$lib/domain/sop/versions';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import type { Store } from '$lib/server/database/store';
import { parseRank, variantSop } from '$lib/server/reading/interchange/variant-sop';
import { resolveArgument } from '$lib/server/settings';
import { findVersion, storedSops } from '$lib/server/reference/sops/versions';
import { findingText } from '$lib/format/findings';
import { UsageError } from '../usage';
import { callScope, scopeOptions, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, writeTable, written } from '../output';

/**
 * `sop` lists the catalogue, of each SOP the version that comes into force last; `sop ID` one of it, `--version DATE` another of its
 * versions (`open`: the one without a date); `sop from-variant` writes one from the log.
 */
export const sopCommand: Command = {
	options: {
		...scopeOptions,
		rank: { type: 'string' },
		out: { type: 'string' },
		version: { type: 'string' }
	},
	run: (call) =>
		call.withStore(async (store) => {
			if (call.positionals[0] === 'from-variant') return fromVariant(call, store);
			const version = text(call, 'version');
			const chosen: Sop[] =
				call.positionals.length === 0
					? await storedSops(store)
					: await findAll(call, store, version);
			const versions = await versionKeys(store);
			const of = ({ id }: Sop) => versions.get(id) ?? [];
			if (call.json) writeJson(chosen.map((sop) => ({ ...describe(sop), versions: of(sop) })));
			else
				writeTable(
					[
						'id',
						'number',
						'title',
						'steps',
						'statedTotal',
						'findings',
						'effectiveFrom',
						'versions'
					],
					chosen.map((sop) => [
						sop.id,
						sop.number,
						sop.title,
						sop.steps.length,
						sop.statedTotal,
						sop.findings.length,
						sop.effectiveFrom,
						of(sop).length
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

async function findAll(call: Call, store: Store, version: string | null): Promise<Sop[]> {
	const found: Sop[] = [];
	for (const id of call.positionals) found.push(await chooseVersion(store, id, version));
	return found;
}

/** A version of an SOP, as findVersion; one that is not there is a call that does not fit. */
export async function chooseVersion(
	store: Store,
	id: string,
	version: string | null
): Promise<Sop> {
	try {
		return (await findVersion(store, id, version)).sop;
	} catch (error) {
		throw error instanceof UserError ? new UsageError(error.code, error.params) : error;
	}
}

/** How the versions of each SOP are named, the one that comes into force last at the end. */
async function versionKeys(store: Store): Promise<Map<string, string[]>> {
	const keys = new Map<string, string[]>();
	for (const { sop, effective_from } of await store.all('sop/catalogue_versions'))
		keys.set(sop, [...(keys.get(sop) ?? []), versionKey(effective_from)]);
	return keys;
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
