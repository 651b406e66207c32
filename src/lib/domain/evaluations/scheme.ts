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
		const refuse = (path: (string | number)[], message: string) =>
			context.addIssue({ code: 'custom', path, message });
		const sum = scheme.aspects.reduce((all, { weight }) => all + weight, 0);
		if (sum !== 100) refuse(['aspects'], `weights add up to ${sum}, not 100`);
		if (scheme.scale.least >= scheme.scale.most) refuse(['scale'], 'least is not below most');
		const ids = scheme.aspects.map((one) => one.id);
		ids.forEach((one, at) => {
			if (ids.indexOf(one) !== at) refuse(['aspects', at, 'id'], `${one} stands twice`);
		});
		scheme.bands.forEach((one, at) => {
			const better = scheme.bands[at - 1];
			if (better && better.from <= one.from)
				refuse(['bands', at, 'from'], 'bands stand best first');
		});
		if (scheme.bands.at(-1)?.from !== 0) refuse(['bands'], 'the last band begins at 0');
	});

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

/** The aspect that a name of an export or a spreadsheet means; undefined for one that the scheme does not have. */
export function findAspect(scheme: Scheme, name: string): Aspect | undefined {
	const folded = foldName(name);
	return scheme.aspects.find((aspect) =>
		[aspect.id, aspect.title.id, aspect.title.en, ...aspect.names].some(
			(known) => foldName(known) === folded
		)
	);
}
