import { normaliseActivity } from '../sop/normalise';

/** The texts under which the steps of an SOP are known, normalised. */
export interface SopTexts {
	sop: string;
	names: readonly string[];
}

/** Fewer of the rows speak for no SOP. */
const leastShare = 0.5;

/**
 * The SOP whose steps most of a file's rows name; none where fewer than half of them do, or where two SOPs are named
 * equally often, as then only a person can say.
 * @param activities of the rows as the file writes them, blank ones left out
 * @returns the id of the SOP and the share of the rows that name a step of it, from 0 to 1
 */
export function suggestSop(
	activities: readonly string[],
	sops: readonly SopTexts[]
): { sop: string; share: number } | null {
	const rows = activities.map(normaliseActivity).filter((text) => text !== '');
	if (rows.length === 0) return null;
	const [first, second] = sops
		.map(({ sop, names }) => {
			const known = new Set(names);
			return { sop, share: rows.filter((text) => known.has(text)).length / rows.length };
		})
		.sort((one, other) => other.share - one.share);
	if (!first || first.share < leastShare || first.share === second?.share) return null;
	return first;
}
