import { Aligner } from '$lib/domain/conformance/align';
import type { AlignedMove } from '$lib/domain/conformance/align';

import type { Reading } from '../database/store';
import type { Scope } from '../reading/scope';

/** How the cases of an office with one sequence follow their SOP. */
export interface AlignedVariant {
	/** Id of the SOP. */
	process: string;
	/** Whether the cases are completed; others are read as prefixes of a path. */
	complete: boolean;
	/** The texts of the log, in order. */
	activities: string[];
	cases: number;
	/** Events that are part of the flow. */
	events: number;
	/** Log moves, and model moves of steps that the office's log shows and the SOP demands. */
	cost: number;
	/** Cost of the shortest complete path. */
	shortestPath: number;
	moves: AlignedMove[];
	/** The text of each step of the SOP, by its number. */
	stepNames: ReadonlyMap<number, string>;
}

interface Sop {
	model: { size: number; successors: number[][]; ends: Set<number> };
	optional: number[];
	names: Map<number, string>;
}

/**
 * Aligns the cases of a scope with the SOP version in force when each began, once per distinct sequence, exactly. Cases
 * without an SOP, and SOPs of which no end can be reached, are left out.
 */
export async function readAlignments(store: Reading, scope: Scope): Promise<AlignedVariant[]> {
	const [variants, sops, shown] = await Promise.all([
		store.all('conformance/variants', scope),
		readSops(store),
		readShown(store)
	]);
	const aligners = new Map<string, Aligner>();
	return variants.flatMap((variant) => {
		const { version, unit, process, complete, cases } = variant;
		const sop = sops.get(version);
		if (!sop) return [];
		const key = `${version} ${unit}`;
		const steps = shown.get(key);
		const aligner =
			aligners.get(key) ??
			new Aligner({
				...sop.model,
				free: new Set([
					...sop.optional,
					...[...sop.names.keys()].filter((step) => !steps?.has(step))
				])
			});
		aligners.set(key, aligner);
		const sequence = variant.steps.map((step) => step ?? 0);
		const alignment = aligner.align(sequence, complete);
		if (!alignment || aligner.shortestPath === undefined) return [];
		return {
			...{ process, complete, cases, ...alignment },
			activities: variant.activities.map((text) => text ?? ''),
			events: sequence.length,
			shortestPath: aligner.shortestPath,
			stepNames: sop.names
		};
	});
}

async function readSops(store: Reading): Promise<Map<number, Sop>> {
	const [steps, edges] = await Promise.all([
		store.all('conformance/steps'),
		store.all('conformance/edges')
	]);
	const sops = new Map<number, Sop>();
	for (const version of new Set(steps.map((step) => step.version))) {
		const own = steps.filter((step) => step.version === version);
		const size = Math.max(...own.map(({ step }) => step));
		const successors: number[][] = Array.from({ length: size + 1 }, () => []);
		for (const { step, is_start } of own) if (is_start) successors[0]?.push(step);
		sops.set(version, {
			model: {
				size,
				successors,
				ends: new Set(own.flatMap(({ step, is_end }) => (is_end ? [step] : [])))
			},
			optional: own.flatMap(({ step, optional }) => (optional ? [step] : [])),
			names: new Map(own.map(({ step, activity }) => [step, activity]))
		});
	}
	for (const { version, source, target } of edges)
		sops.get(version)?.model.successors[source]?.push(target);
	return sops;
}

async function readShown(store: Reading): Promise<Map<string, Set<number>>> {
	const rows = await store.all('conformance/shown_steps');
	const shown = new Map<string, Set<number>>();
	for (const { unit, version, step } of rows) {
		const key = `${version} ${unit}`;
		shown.set(key, (shown.get(key) ?? new Set()).add(step));
	}
	return shown;
}
