import type { Sop, Step } from '../sop/types';
import type { SampleProcess } from './processes';
import type { Random } from './random';

/** Something that is done in a case: a step, a milestone, or what is no step of the SOP. */
export interface Act {
	step: Step | undefined;
	/** Step or milestone id; '' of what is neither. */
	id: string;
	/** Names under which it is known; the first is the SOP's own. */
	names: readonly string[];
	/** The step was found wanting: it leads back. */
	returned: boolean;
}

/** How far a case gets: to its end, or it stops before. */
export type Fate = 'completed' | 'cancelled' | 'abandoned' | 'stuck';

const longest = 40;
/** Share of milestones that nobody wrote down. */
const unwritten = 0.06;

/**
 * Walks an SOP from a start to an end, then departs from it in the given share of cases: a step left
 * out, two exchanged, one done twice, something done that is no step.
 */
export function walk(random: Random, sop: Sop, process: SampleProcess): Act[] {
	const milestones = (ids: readonly string[] = []) =>
		ids.filter(() => !random.chance(unwritten)).map((id) => milestone(sop, id));
	const acts = walkGraph(random, sop, process).flatMap((act) => [
		...milestones(process.before[act.id]),
		act,
		...milestones(process.after[act.id])
	]);
	const { rates, foreign } = process;
	// The first and the last act stay, so that most cases are complete.
	const inside = () => random.whole(1, acts.length - 2);
	if (acts.length > 3 && random.chance(rates.skip)) acts.splice(inside(), 1);
	if (acts.length > 3 && random.chance(rates.swap)) {
		const place = inside();
		acts.splice(place - 1, 2, ...acts.slice(place - 1, place + 1).reverse());
	}
	if (acts.length > 2 && random.chance(rates.repeat)) {
		const place = inside();
		acts.splice(place, 0, ...acts.slice(place, place + 1));
	}
	if (foreign.length > 0 && acts.length > 2 && random.chance(rates.foreign)) {
		const names = [random.pick(foreign)];
		acts.splice(inside(), 0, { step: undefined, id: '', names, returned: false });
	}
	return acts;
}

function walkGraph(random: Random, sop: Sop, process: SampleProcess): Act[] {
	const positions = new Map(sop.steps.map((step, position) => [step.id, position]));
	const flow = drawFlow(random, process);
	const starts = sop.steps.filter((step) => step.start && (!flow || step.flow === flow));
	const acts: Act[] = [];
	let step: Step | undefined = random.pick(starts);
	while (step) {
		const stops: boolean =
			step.end && (step.next.length === 0 || random.chance(process.ends[step.id] ?? 0));
		const edge: string | undefined = stops
			? undefined
			: drawEdge(random, step, process, acts.length);
		const target: number | undefined = edge === undefined ? undefined : positions.get(edge);
		const own = positions.get(step.id) ?? 0;
		acts.push({
			step,
			id: step.id,
			names: [step.activity, ...step.aliases],
			returned: target !== undefined && target <= own
		});
		const next: Step | undefined = target === undefined ? undefined : sop.steps[target];
		// What the SOP leaves to choice is done now and then.
		step = next?.optional && random.chance(0.6) ? undefined : next;
	}
	return acts;
}

function drawFlow(random: Random, process: SampleProcess): string | undefined {
	const flows = Object.entries(process.flows);
	if (flows.length === 0) return undefined;
	return flows[random.weighted(flows.map(([, share]) => share))]?.[0];
}

function drawEdge(
	random: Random,
	step: Step,
	process: SampleProcess,
	length: number
): string | undefined {
	const given = step.next.map((edge) => process.odds[`${step.id}>${edge.to}`]);
	const rest = 1 - given.reduce<number>((sum, share) => sum + (share ?? 0), 0);
	const open = given.filter((share) => share === undefined).length;
	// A case that has gone round for long goes on at last.
	const weights = given.map((share) => (length > longest ? 0 : share) ?? rest / open);
	return step.next[random.weighted(weights)]?.to;
}

function milestone(sop: Sop, id: string): Act {
	const found = sop.milestones.find((candidate) => candidate.id === id);
	if (!found) throw new RangeError(`${sop.id} has no milestone ${id}`);
	return { step: undefined, id, names: [found.title, ...found.aliases], returned: false };
}
