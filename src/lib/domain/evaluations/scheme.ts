import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const text = z.string().min(1);
const title = z.strictObject({ id: text, en: text });
const score = z.number().nonnegative().max(1000).multipleOf(0.001);

const aspect = z.strictObject({
	id,
	title,
	/** Whole percent of the total. */
	weight: z.int().min(1).max(100),
	/** Names under which exports and spreadsheets know the aspect, beside its titles. */
	names: z.array(text).default([]),
	/** What deserves which score, in the words of the source; empty where the source has none. */
	levels: z.array(z.strictObject({ score, text })).default([])
});

const band = z.strictObject({ id, title, from: score });

/** A scheme as its file in `data/evaluation-schemes` says it. */
export const schemeSchema = z
	.strictObject({
		id,
		/** Goes up with each change of what a score means; a result keeps the version it was made with. */
		version: z.int().min(1),
		title,
		/** Where the rules come from. */
		source: text,
		/** true where the sheet is ours and no document says it. */
		ours: z.boolean(),
		subject: z.enum(['packages', 'services']),
		scale: z.strictObject({ least: score, most: score }),
		/** Whether 0 is the score of a contract that was ended through the supplier's fault. */
		zeroTerminated: z.boolean().default(false),
		aspects: z.array(aspect).min(1),
		/** Best first; a total belongs to the first band that it reaches. */
		bands: z.array(band).min(1)
	})
	.superRefine((scheme, context) => {
		const refuse: Refuse = (path, message, params) =>
			context.addIssue({ code: 'custom', path, message, params });
		checkAspects(scheme, refuse);
		checkBands(scheme, refuse);
	});

/** Refuses a scheme at a place of it: `message` for whoever reads the file, `params.code` names the sentence of a form. */
type Refuse = (
	path: (string | number)[],
	message: string,
	params: { code: SchemeFault; [place: string]: string | number }
) => void;

/** What can be wrong with a scheme beside a field that is no value of its kind. */
export type SchemeFault =
	| 'scheme_weights'
	| 'scheme_scale'
	| 'scheme_twice'
	| 'scheme_levels'
	| 'scheme_band_order'
	| 'scheme_band_last'
	| 'scheme_band_reach';

function checkAspects(
	scheme: {
		scale: { least: number; most: number };
		aspects: z.infer<typeof aspect>[];
	},
	refuse: Refuse
): void {
	const { least, most } = scheme.scale;
	const sum = scheme.aspects.reduce((all, { weight }) => all + weight, 0);
	if (sum !== 100)
		refuse(['aspects'], `weights add up to ${sum}, not 100`, { code: 'scheme_weights', sum });
	if (least >= most) refuse(['scale'], 'least is not below most', { code: 'scheme_scale' });
	// An export's column must mean one aspect.
	const owners = new Map<string, number>();
	scheme.aspects.forEach((one, at) => {
		for (const name of namesOf(one)) {
			const owner = owners.get(name) ?? at;
			if (owner !== at)
				refuse(['aspects', at], `${name} stands twice`, { code: 'scheme_twice', name });
			owners.set(name, at);
		}
		const scores = one.levels.map(({ score }) => score);
		if (
			scores.some((score) => score < least || score > most) ||
			new Set(scores).size !== scores.length
		)
			refuse(['aspects', at, 'levels'], 'scores stand once each, within the scale', {
				code: 'scheme_levels',
				name: one.title.id
			});
	});
}

/** Bands begin where the one above them ends, so that only their order and their ends can leave a total without one. */
function checkBands(
	scheme: { scale: { most: number }; bands: z.infer<typeof band>[] },
	refuse: Refuse
): void {
	scheme.bands.forEach((one, at) => {
		const better = scheme.bands[at - 1];
		if (better && better.from <= one.from)
			refuse(['bands', at, 'from'], 'bands stand best first', {
				code: 'scheme_band_order',
				name: one.title.id
			});
		if (scheme.bands.findIndex(({ id: known }) => known === one.id) !== at)
			refuse(['bands', at, 'id'], `${one.id} stands twice`, {
				code: 'scheme_twice',
				name: one.id
			});
	});
	const [first] = scheme.bands;
	if (first && first.from > scheme.scale.most)
		refuse(['bands', 0, 'from'], 'no total reaches the first band', { code: 'scheme_band_reach' });
	if (scheme.bands.at(-1)?.from !== 0)
		refuse(['bands'], 'the last band begins at 0', { code: 'scheme_band_last' });
}

export type Scheme = z.infer<typeof schemeSchema>;
export type Aspect = Scheme['aspects'][number];
export type Band = Scheme['bands'][number];

/** The JSON Schema that editors check the files with. */
export function schemeJsonSchema(): object {
	return z.toJSONSchema(schemeSchema, { io: 'input' });
}

/** Lower case letters and digits only, words parted by one space: as names of aspects are compared. */
function foldName(name: string): string {
	return name
		.toLowerCase()
		.replaceAll('&', ' dan ')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

/** All names of an aspect, as they are compared. */
function namesOf({ id: own, title: { id: local, en }, names }: Aspect): string[] {
	return [own, local, en, ...names].map(foldName);
}

/** The aspect that a name of an export or a spreadsheet means; undefined for one that the scheme does not have. */
export function findAspect(scheme: Scheme, name: string): Aspect | undefined {
	const folded = foldName(name);
	return scheme.aspects.find((one) => namesOf(one).includes(folded));
}

/** Whether a spreadsheet that names its scheme means this one: by its id or a title. */
export function isSchemeName({ id: own, title: { id: local, en } }: Scheme, name: string): boolean {
	return [own, local, en].some((known) => foldName(known) === foldName(name));
}
