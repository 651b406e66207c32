import { normaliseActivity } from './normalise';
import type { Sop, Step } from './types';

/** How an address names a version: by the date from which it is in force, `open` where the document has none. */
export function versionKey(effectiveFrom: string | null): string {
	return effectiveFrom ?? 'open';
}

/** How an address names the cases that began before any version was in force. */
export const NO_VERSION = 'none';

/** A version of an SOP with the cases of a scope that it judges. */
export interface SopVersion {
	/** How an address names it. */
	key: string;
	/** 0 for the cases that none judges. */
	version: number;
	/** ISO dates; null of one that is open-ended. */
	effectiveFrom: string | null;
	/** The last day on which cases that begin are judged by it. */
	until: string | null;
	cases: number;
}

/** A step in two versions of an SOP; null on the side that does not have it. */
export interface StepPair {
	before: Step | null;
	after: Step | null;
}

/** What can differ between two versions of a step, of a limit or of an SOP's head. */
export type ChangedField =
	| 'no'
	| 'activity'
	| 'actors'
	| 'time'
	| 'clock'
	| 'requirements'
	| 'outputs'
	| 'note'
	| 'next'
	| 'flow'
	| 'group'
	| 'optional'
	| 'title'
	| 'number'
	| 'office'
	| 'statedTotal'
	| 'warnsOutage'
	| 'idleLimit'
	| 'closed'
	| 'limit';

/** A value that differs, as the documents write it; null where one leaves it blank. */
export interface Change {
	field: ChangedField;
	before: string | null;
	after: string | null;
}

/** What differs between two versions of an SOP. */
export interface SopDifference {
	/** Of the SOP as a whole. */
	whole: Change[];
	added: Step[];
	removed: Step[];
	changed: { before: Step; after: Step; changes: Change[] }[];
	/** Of the service limits, by what they are called. */
	limits: Change[];
}

/**
 * Which steps of two versions of an SOP are the same: first those of the same words, then of the others those of the same
 * number, which were reworded. A row that is added moves the numbers below it, but not their words.
 */
export function pairSteps(before: readonly Step[], after: readonly Step[]): StepPair[] {
	const left = new Set(before);
	const take = (fits: (step: Step) => boolean): Step | null => {
		for (const step of left)
			if (fits(step)) {
				left.delete(step);
				return step;
			}
		return null;
	};
	const found = new Map<Step, Step | null>();
	for (const step of after) {
		const words = normaliseActivity(step.activity);
		found.set(
			step,
			take((one) => normaliseActivity(one.activity) === words)
		);
	}
	for (const [step, one] of found)
		if (one === null)
			found.set(
				step,
				take(({ id }) => id === step.id)
			);
	return [
		...after.map((step) => ({ before: found.get(step) ?? null, after: step })),
		...[...left].map((step) => ({ before: step, after: null }))
	];
}

/** What a version of an SOP changes in the one before: how its cases are judged differently, and what the document says anew. */
export function compareSops(before: Sop, after: Sop): SopDifference {
	const pairs = pairSteps(before.steps, after.steps);
	const both = pairs.flatMap((pair) =>
		pair.before && pair.after ? [{ before: pair.before, after: pair.after }] : []
	);
	// Ways are told by the steps they lead to, wherever these stand now.
	const moved = new Map(both.map((pair) => [pair.before.id, pair.after.id]));
	return {
		whole: changesOf(before, after, [
			['title', ({ title }) => title],
			['number', ({ number }) => number],
			['office', ({ office }) => office],
			['statedTotal', ({ statedTotal }) => statedTotal],
			['warnsOutage', ({ warnsOutage }) => flag(warnsOutage)],
			['idleLimit', ({ idleLimitWorkingDays }) => String(idleLimitWorkingDays)],
			['closed', ({ closed }) => flag(closed)]
		]),
		added: pairs.flatMap((pair) => (pair.before === null && pair.after ? [pair.after] : [])),
		removed: pairs.flatMap((pair) => (pair.after === null && pair.before ? [pair.before] : [])),
		changed: both.flatMap((pair) => {
			const changes = [
				...changesOf(pair.before, pair.after, [
					['activity', ({ activity }) => activity],
					['actors', ({ actors }) => list(actors)],
					['time', ({ time }) => time],
					['clock', ({ budget }) => budget?.clock ?? null],
					['requirements', ({ requirements }) => list(requirements)],
					['outputs', ({ outputs }) => list(outputs)],
					['note', ({ note }) => note],
					['flow', ({ flow }) => flow],
					['group', ({ group }) => group],
					['optional', ({ optional }) => flag(optional)]
				]),
				...waysChanged(pair, moved, [before, after])
			];
			return changes.length > 0 ? [{ ...pair, changes }] : [];
		}),
		limits: limitsChanged(before, after)
	};
}

/** Whether two versions say the same wherever a difference would be told. */
export function isSame(difference: SopDifference): boolean {
	return Object.values(difference).every((part: readonly unknown[]) => part.length === 0);
}

function changesOf<T>(
	before: T,
	after: T,
	fields: readonly [field: ChangedField, read: (of: T) => string | null][]
): Change[] {
	return fields.flatMap(([field, read]) => {
		const change = { field, before: read(before), after: read(after) };
		return change.before === change.after ? [] : [change];
	});
}

const list = (texts: readonly string[]): string | null => texts.join('; ') || null;

const flag = (is: boolean): string | null => (is ? '✓' : null);

function waysChanged(
	{ before, after }: { before: Step; after: Step },
	moved: ReadonlyMap<string, string>,
	[older, newer]: readonly [Sop, Sop]
): Change[] {
	const key = (step: Step, to: (id: string) => string) =>
		JSON.stringify([step.start, step.end, step.next.map((edge) => [to(edge.to), edge.condition])]);
	const same = key(before, (id) => moved.get(id) ?? `gone ${id}`) === key(after, (id) => id);
	return same
		? []
		: [{ field: 'next', before: waysText(older, before), after: waysText(newer, after) }];
}

/** `▸ 4 (lengkap), 1 (belum) ■`: whether it starts, where it leads, whether it ends. */
function waysText(sop: Sop, step: Step): string | null {
	const no = (id: string) => sop.steps.find((each) => each.id === id)?.no ?? id;
	const ways = step.next.map(({ to, condition }) =>
		condition === null ? no(to) : `${no(to)} (${condition})`
	);
	return (
		[step.start ? '▸' : null, ways.join(', '), step.end ? '■' : null].filter(Boolean).join(' ') ||
		null
	);
}

function limitsChanged(before: Sop, after: Sop): Change[] {
	const said = ({ limits }: Sop) =>
		new Map(
			limits.map((limit) => [
				limit.id,
				`${limit.title}: ${limit.time} (${limit.from} → ${limit.to}, ${limit.budget.clock})`
			])
		);
	const [older, newer] = [said(before), said(after)];
	return [...new Set([...older.keys(), ...newer.keys()])].flatMap((id) => {
		const change = {
			field: 'limit' as const,
			before: older.get(id) ?? null,
			after: newer.get(id) ?? null
		};
		return change.before === change.after ? [] : [change];
	});
}
