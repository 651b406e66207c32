import { stringify } from 'yaml';
import { sopOfVariant } from '$lib/domain/sop/from-variant';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../../database/store';
import type { MinedProcess } from '../mining/mined-process';
import { findVariants } from '../mining/variants';

/** Names that a step is offered as its actors: more than these do not share one post. */
const OFFERED = 3;

/** The names that a log has most often for an activity, each with its share of the times, and how many names and times there are. */
export interface OftenNamed {
	most: { name: string; hits: number }[];
	names: number;
	n: number;
}

/** A variant from which an office makes an SOP. */
export interface VariantDraft {
	variant: number;
	rank: number;
	cases: number;
	/** In order, an activity that occurs again each time. */
	activities: string[];
	/**
	 * Each activity once, with the roles, else the actors, that the log names for it; where these are too many to share one post,
	 * nobody, but the most frequent of them are offered.
	 */
	steps: { activity: string; actors: string[]; often: OftenNamed | null }[];
}

/**
 * Reads a variant of a process in a scope.
 * @throws UserError `interchange_variant` {variant, sop} where no case of the scope runs so
 */
export async function readVariantDraft(
	store: Reading,
	mined: MinedProcess,
	variant: number | null
): Promise<VariantDraft> {
	const { scope, version, code } = mined;
	const [row] =
		variant === null
			? []
			: (await findVariants(store, mined, { size: 0, skip: 0, chosen: [variant] })).filter(
					(each) => each.variant === variant
				);
	const sequence =
		variant === null
			? []
			: await store.all('interchange/variant', { variant, process: mined.process });
	if (!row || variant === null || sequence.length === 0)
		throw new UserError('interchange_variant', { variant: variant ?? '—', sop: code });
	const named = await store.all('interchange/variant_actors', { ...scope, version });
	const activities = sequence.map(({ activity }) => activity);
	return {
		...{ variant, activities, rank: row.rank, cases: row.cases },
		steps: [...new Set(activities)].map((activity) => {
			const of = named.filter((each) => each.activity === activity);
			if (of.length <= OFFERED)
				return { activity, actors: of.map(({ name }) => name), often: null };
			const most = of.slice(0, OFFERED).map(({ name, passes }) => ({ name, hits: passes }));
			const n = of.reduce((sum, { passes }) => sum + passes, 0);
			return { activity, actors: [], often: { most, names: of.length, n } };
		})
	};
}

/** What an office says of the SOP it makes, by the names of the form's fields. */
export type DraftFields = (name: string) => string;

/**
 * The SOP file of a variant: `id`, `title`, `office` and `effective` (ISO date) as the office writes them, and of the n-th activity `actors.n`, parted by
 * semicolons, and `time.n`. What is left blank stays blank.
 */
export function writeVariantDraft(
	mined: MinedProcess,
	draft: VariantDraft,
	field: DraftFields
): string {
	const text = (name: string) => field(name).trim().replace(/\s+/g, ' ');
	const { rank, cases } = draft;
	const said = new Map(
		draft.steps.map(({ activity }, index) => {
			const actors = text(`actors.${index + 1}`).split(/\s*;\s*/);
			const time = text(`time.${index + 1}`);
			return [activity, { actors: actors.filter((actor) => actor !== ''), time: time || null }];
		})
	);
	const sop = sopOfVariant({
		id: text('id') || draftId(mined.code),
		title: text('title') || m.cli_variant_title({ rank }),
		source: m.cli_variant_source({ rank, process: mined.code, cases }),
		office: text('office') || null,
		effectiveFrom: text('effective') || null,
		activities: draft.activities,
		said
	});
	return stringify(sop, { lineWidth: 0 });
}

/** The id that an SOP of a process is offered. */
export function draftId(code: string): string {
	return `sop-${code}`;
}
