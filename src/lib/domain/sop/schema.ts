import { z } from 'zod';
import { inferenceFields } from './types';

const text = z.string().trim().min(1);
const lines = z.array(text).default([]);
const blank = text.nullable().default(null);
const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'id: a-z, 0-9, "-" and "."');
const flag = z.boolean().default(false);

const inference = z
	.strictObject({
		field: z.enum(inferenceFields),
		reason: text.describe('Why the value was read this way')
	})
	.describe('A value the document does not show plainly');

const inferred = z.array(inference).default([]).describe('What was inferred here, and why');

const edge = z
	.strictObject({
		to: id.describe('Step this leads to'),
		condition: blank.describe('Outcome that takes this way; required where there are several'),
		inferred: flag,
		reason: blank.describe('Why the edge was inferred')
	})
	.refine((value) => value.inferred === (value.reason !== null), {
		error: 'an inferred edge has a reason, any other has none'
	});

const step = z.strictObject({
	id: id.optional().describe('Left out where the number serves as id'),
	no: text.describe('Number as the document writes it'),
	flow: id.optional().describe('Left out where the SOP has one flow'),
	activity: text,
	aliases: lines.describe('Other spellings of the activity'),
	actors: lines,
	time: blank.describe('As written; blank is no budget'),
	clock: z.enum(['working', 'workday', 'calendar', 'elapsed']).optional(),
	requirements: lines.describe('Kelengkapan'),
	outputs: lines,
	note: blank.describe('Keterangan'),
	start: flag,
	end: flag,
	optional: flag,
	group: id.nullable().default(null).describe('Steps of one group may be done in any order'),
	supplier: flag.describe('The Penyedia alone is accountable'),
	next: z
		.array(edge)
		.optional()
		.describe('Left out: the next row of the flow, or nothing after an end'),
	openOutcomes: lines.describe('Outcomes the text implies without saying where they lead'),
	opens: z
		.array(z.strictObject({ sop: id, condition: blank }))
		.default([])
		.describe('Cases of other SOPs this step may open'),
	inferred
});

const limit = z.strictObject({
	id,
	title: text,
	time: text,
	clock: z.enum(['working', 'workday', 'calendar', 'elapsed']).optional(),
	from: id.describe('Step or milestone'),
	to: id.describe('Step or milestone'),
	actors: lines,
	quote: text.describe('The sentence that sets the limit'),
	inferred
});

const signatory = z.strictObject({
	position: blank,
	name: blank,
	nip: blank,
	place: blank,
	date: blank
});

const header = z.strictObject({
	created: blank,
	revised: blank,
	approved: blank,
	effective: blank,
	signatory: signatory.nullable().default(null),
	legalBasis: lines,
	qualifications: lines,
	related: lines,
	equipment: lines,
	warnings: lines,
	records: lines,
	terms: lines,
	serviceRequirements: lines,
	serviceTimes: lines,
	fees: lines,
	products: lines
});

/** One SOP as its YAML file says it; defaults stand for blanks. */
export const sopFileSchema = z.strictObject({
	id,
	title: text,
	number: blank,
	office: blank,
	source: text.describe('Document and page'),
	header,
	effectiveFrom: z.iso.date().nullable().default(null),
	statedTotal: blank.describe('"Jumlah", as written'),
	statedTotalKind: z.enum(['processing', 'lead']).optional(),
	warnsOutage: flag.describe('A warning says the times cannot be met while the network is down'),
	idleLimitWorkingDays: z.int().positive().default(30),
	closed: flag.describe('Made from a mined variant: all its cases are completed'),
	incomplete: blank.describe('Where and how the document breaks off'),
	actors: lines.describe('Columns of the form, left to right'),
	flows: z
		.array(z.strictObject({ id, title: text }))
		.min(1)
		.optional()
		.describe('Left out where the SOP has one flow'),
	steps: z.array(step).min(1),
	milestones: z
		.array(z.strictObject({ id, title: text, aliases: lines }))
		.default([])
		.describe('Facts outside the flow that start or stop a limit'),
	limits: z.array(limit).default([]),
	inferred
});

/** An SOP file after its defaults are filled in. */
export type SopFile = z.output<typeof sopFileSchema>;

/** The JSON Schema that editors check `data/sop/*.yaml` with; the published copy is `data/sop/sop.schema.json`. */
export function sopJsonSchema(): Record<string, unknown> {
	return { title: 'SOP', ...z.toJSONSchema(sopFileSchema, { io: 'input' }) };
}
