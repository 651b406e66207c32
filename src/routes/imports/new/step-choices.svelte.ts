import type { StepSuggestion } from '$lib/domain/suggesting/steps';
import type { ActivityMatches } from '$lib/server/uploads/match-activities';

/** An activity of the files as the page shows it. */
export interface ShownActivity {
	text: string;
	records: number;
	/** By what the step is known; `open` where only a person can say. */
	by: 'number' | 'exact' | 'alias' | 'saved' | 'open';
	/** The step: known, confirmed, or only suggested; '' for none. */
	step: string;
	/** Of an open activity: whether a person said so. */
	confirmed: boolean;
	suggestions: readonly StepSuggestion[];
}

/** More alike than this is proposed in the list, still to be confirmed. */
const proposedFrom = 0.5;

/** Which steps of an SOP the activities of files are: what the server found, and what a person says of the rest. */
export class StepChoices {
	found = $state.raw<ActivityMatches | null>(null);
	/** What was asked for when it was found: another choice makes it worthless. */
	asked = $state('');
	/** Why it could not be found; it is not tried again until the choices change. */
	problem = $state<string | null>(null);
	/** The job that looks; null while none does. */
	job = $state<string | null>(null);
	/** By text: id of the step, '' for what is outside of the SOP. */
	#chosen = $state<Record<string, string>>({});

	get shown(): ShownActivity[] {
		const known = this.found?.steps.map(({ id }) => id) ?? [];
		return (this.found?.activities ?? []).map(({ text, records, match }) => {
			if (match.by !== 'open')
				return { text, records, by: match.by, step: match.step, confirmed: true, suggestions: [] };
			const { suggestions } = match;
			const [best] = suggestions;
			const said = this.#chosen[text];
			// What was said of another SOP says nothing of this one.
			const chosen = said === '' || (said !== undefined && known.includes(said)) ? said : undefined;
			const proposed = best && best.similarity >= proposedFrom ? best.step : '';
			return {
				text,
				records,
				by: 'open' as const,
				step: chosen ?? proposed,
				confirmed: chosen !== undefined,
				suggestions
			};
		});
	}

	/** Suggestions that nobody has said anything about. */
	get unconfirmed(): ShownActivity[] {
		return this.shown.filter(({ confirmed, step }) => !confirmed && step !== '');
	}

	/** What was confirmed, as the server keeps it. */
	get aliases(): { text: string; step: string }[] {
		return this.shown.flatMap(({ text, by, step, confirmed }) =>
			by === 'open' && confirmed && step !== '' ? [{ text, step }] : []
		);
	}

	get choices(): Record<string, string> {
		return $state.snapshot(this.#chosen);
	}

	/** Says which step an activity is; '' for none of them. */
	choose(text: string, step: string): void {
		this.#chosen = { ...this.#chosen, [text]: step };
	}

	/** Takes back what was said about an activity. */
	unchoose(text: string): void {
		this.#chosen = Object.fromEntries(
			Object.entries(this.#chosen).filter(([other]) => other !== text)
		);
	}

	confirmAll(): void {
		for (const { text, step } of this.unconfirmed) this.choose(text, step);
	}

	restore(choices: Record<string, string>): void {
		this.#chosen = { ...choices };
	}
}
