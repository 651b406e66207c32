import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Queries } from '../../database/generated/queries';

/** What a file can show: cases of that time lack a step only where the file, or another one, shows it. */
export interface Shown {
	/** Local days of its first and last event. */
	from: string;
	to: string;
	/** Steps of its SOP that it neither has nor declares to show; empty without an SOP. */
	unseen: { no: string; activity: string }[];
}

/**
 * What a file can show; null where it has no event.
 * @param steps its rows of `imports/shown_steps`
 * @param declared the activities that it declares to show
 */
export function shownBy(
	steps: readonly Queries['imports/shown_steps']['row'][],
	declared: readonly string[]
): Shown | null {
	const [first] = steps;
	if (!first) return null;
	const said = new Set(declared.map(normaliseActivity));
	return {
		from: first.first_day,
		to: first.last_day,
		unseen: steps.flatMap(({ no, activity, names }) =>
			no === null || activity === null || names?.some((name) => name !== null && said.has(name))
				? []
				: [{ no, activity }]
		)
	};
}
