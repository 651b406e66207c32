import type { Attributes } from './read-xes';

/** One execution of an activity. */
export interface ActivityInstance {
	/** Undefined when the log has only its completion. */
	start: Attributes | undefined;
	/** Undefined when the log has only its start. */
	completion: Attributes | undefined;
}

/**
 * What the transitions of the standard lifecycle model (IEEE 1849, extension "lifecycle") say about an execution:
 * it begins, it is done, or it ends without being done. The others (schedule, assign, reassign, suspend, resume,
 * autoskip, manualskip, withdraw) are no execution.
 */
const standard: Record<string, 'start' | 'complete' | 'abort' | 'other'> = {
	start: 'start',
	complete: 'complete',
	ate_abort: 'abort',
	pi_abort: 'abort',
	schedule: 'other',
	assign: 'other',
	reassign: 'other',
	suspend: 'other',
	resume: 'other',
	autoskip: 'other',
	manualskip: 'other',
	withdraw: 'other'
};

/**
 * The meaning of a lifecycle transition, whatever its case. A log without transitions records completions, and so
 * does one with words of its own ("In Progress", "Closed"), which are states that were reached.
 */
export function meaningOf(
	transition: string | undefined
): 'start' | 'complete' | 'abort' | 'other' {
	return standard[transition?.trim().toLowerCase() ?? 'complete'] ?? 'complete';
}

/** A case does not do the same activity so often at once: the earliest start then counts as never completed. */
const mostOpen = 1000;

/**
 * Joins the start and the completion of an activity within one trace: a completion takes the earliest open start of
 * the same activity and, where both carry one, the same `concept:instance`; among these first one of the same
 * resource. What has no partner stays a single point in time. A start that was aborted stays without completion.
 */
export class LifecyclePairs {
	/** Events that are no execution and were left out. */
	leftOut = 0;
	readonly #open = new Map<string, Attributes[]>();

	/** Answers the execution that is known to its end with this event, if there is one. */
	take(event: Attributes): ActivityInstance | undefined {
		const activity = event.get('concept:name') ?? '';
		switch (meaningOf(event.get('lifecycle:transition'))) {
			case 'start': {
				const open = this.#open.get(activity);
				if (!open) this.#open.set(activity, [event]);
				else if (open.push(event) > mostOpen) return { start: open.shift(), completion: undefined };
				return undefined;
			}
			case 'complete':
				return { start: this.#partner(activity, event), completion: event };
			case 'abort': {
				const start = this.#partner(activity, event);
				if (start) return { start, completion: undefined };
				this.leftOut++;
				return undefined;
			}
			case 'other':
				this.leftOut++;
				return undefined;
		}
	}

	/** The executions that are still open at the end of the trace, in the order in which they began. */
	end(): ActivityInstance[] {
		const open = [...this.#open.values()].flat();
		this.#open.clear();
		return open.map((start) => ({ start, completion: undefined }));
	}

	#partner(activity: string, event: Attributes): Attributes | undefined {
		const open = this.#open.get(activity);
		if (!open) return undefined;
		const sameInstance = (start: Attributes) => agree(start, event, 'concept:instance');
		let index = open.findIndex(
			(start) => sameInstance(start) && agree(start, event, 'org:resource')
		);
		if (index < 0) index = open.findIndex(sameInstance);
		if (index < 0) return undefined;
		const [start] = open.splice(index, 1);
		if (open.length === 0) this.#open.delete(activity);
		return start;
	}
}

/** Whether two events say the same of a key, or one of them says nothing. */
function agree(a: Attributes, b: Attributes, key: string): boolean {
	const ours = a.get(key);
	const theirs = b.get(key);
	return ours === undefined || theirs === undefined || ours === theirs;
}
