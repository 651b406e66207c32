import { parseDuration } from './duration';
import { assumed, idFromNumber } from './parse';
import type { Budget, Inference, Limit, Sop, Step } from './types';

/**
 * An SOP as its file says it, what stands for a blank left out, so that an office can write its next version from this one.
 * Read again (parseSop) it is the same SOP.
 */
export function toSopFile(sop: Sop): Record<string, unknown> {
	const ownFlows = sop.flows.length > 1 || sop.flows[0]?.id !== 'utama';
	return filled({
		...{ id: sop.id, title: sop.title, number: sop.number, office: sop.office },
		source: sop.source,
		header: filled({
			...sop.header,
			signatory: sop.header.signatory && filled({ ...sop.header.signatory })
		}),
		effectiveFrom: sop.effectiveFrom,
		statedTotal: sop.statedTotal,
		statedTotalKind:
			sop.statedTotal === null || sop.inferences.some(({ reason }) => reason === assumed.total)
				? null
				: sop.statedTotalKind,
		warnsOutage: sop.warnsOutage,
		idleLimitWorkingDays: sop.idleLimitWorkingDays === 30 ? null : sop.idleLimitWorkingDays,
		...{ closed: sop.closed, incomplete: sop.incomplete, actors: sop.actors },
		flows: ownFlows ? sop.flows : null,
		steps: sop.steps.map((step, index) => stepFile(sop, step, sop.steps.slice(index + 1))),
		milestones: sop.milestones.map((milestone) => filled({ ...milestone })),
		limits: sop.limits.map(limitFile),
		inferred: sop.inferences.filter(
			({ reason }) => reason !== assumed.effective && reason !== assumed.total
		)
	});
}

function stepFile(sop: Sop, step: Step, later: readonly Step[]): Record<string, unknown> {
	const follower = later.find(({ flow }) => flow === step.flow);
	const usual = step.end || !follower ? [] : [follower.id];
	const plain =
		step.next.length === usual.length &&
		step.next.every(
			({ to, condition, inferred }, at) => to === usual[at] && !condition && !inferred
		);
	return filled(
		{
			id: step.id === idFromNumber(step.no) ? null : step.id,
			no: step.no,
			flow: sop.flows.length > 1 ? step.flow : null,
			...{ activity: step.activity, aliases: step.aliases, actors: step.actors },
			...{ time: step.time, clock: writtenClock(step.time, step.budget, step.inferences) },
			...{ requirements: step.requirements, outputs: step.outputs, note: step.note },
			...{ start: step.start, end: step.end, optional: step.optional, group: step.group },
			supplier: step.supplier
		},
		plain
			? {}
			: {
					next: step.next.map(({ to, condition, inferred }) =>
						filled({
							...{ to, condition, inferred },
							reason:
								step.inferences.find(({ field, target }) => field === 'next' && target === to)
									?.reason ?? null
						})
					)
				},
		filled({
			openOutcomes: step.openOutcomes,
			opens: step.opens.map((opening) => filled({ ...opening })),
			inferred: step.inferences.filter(
				({ field, reason }) => field !== 'next' && reason !== assumed.clock
			)
		})
	);
}

function limitFile({ budget, inferences, ...limit }: Limit): Record<string, unknown> {
	return filled({
		...limit,
		clock: writtenClock(limit.time, budget, inferences),
		inferred: inferences.filter(({ reason }) => reason !== assumed.clock)
	});
}

/** The clock, where reading the time alone would take another one or would call it inferred. */
function writtenClock(
	time: string | null,
	budget: Budget | null,
	inferences: readonly Inference[]
): string | null {
	if (time === null || budget === null) return null;
	const read = parseDuration(time);
	const told = read.clockInferred && !inferences.some(({ field }) => field === 'clock');
	return told || read.budget.clock !== budget.clock ? budget.clock : null;
}

/** Without what stands for a blank: null, false and empty lists. */
function filled(
	fields: Record<string, unknown>,
	...more: Record<string, unknown>[]
): Record<string, unknown> {
	const entries = Object.entries(fields).filter(
		([, value]) =>
			value !== null && value !== false && !(Array.isArray(value) && value.length === 0)
	);
	return Object.assign(Object.fromEntries(entries), ...more) as Record<string, unknown>;
}
