import { z } from 'zod';
import { fields } from './fields';
import { mostTimeFormats } from './time-format';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens');
const text = z.string().min(1);
const bilingual = z.strictObject({ id: text, en: text });
/** A column by name; of several spellings the first that a file has. */
const column = z.union([text, z.array(text).min(1)]);
/** How a cell is kept: as plain text, of "NIP - Name" one part, or an amount of money as a number. */
export const takes = ['text', 'name', 'nip', 'money'] as const;
const attribute = z.union([
	column,
	z.strictObject({
		column,
		take: z.enum(takes).default('text'),
		/** Of a cell that holds a JSON object, the value under this key. */
		key: text.optional()
	})
]);
/** Names that YAML may have read as numbers. */
const code = z.union([z.string(), z.number()]).transform(String);

export const eventKinds = ['actual', 'document', 'planned', 'observed'] as const;
export const precisions = ['second', 'minute', 'day'] as const;

const kind = z.enum(eventKinds);
/** The finest that the times of a column can be trusted to; a text without a clock is a day anyway. */
const precision = z.enum(precisions);

const wideEvent = z
	.strictObject({
		activity: text,
		started: column.optional(),
		completed: column.optional(),
		kind,
		precision: precision.default('second'),
		/** The column that tells two of these events of one case apart: a document's number. */
		object: column.optional()
	})
	.refine((event) => event.started !== undefined || event.completed !== undefined, {
		message: 'an event needs started or completed'
	});

/** Events in the elements of a JSON list that stands in one cell; what it names are keys of the elements. */
const listEvent = z
	.strictObject({
		/** The column of the list. */
		column,
		/** The activity of each element. */
		activity: text.optional(),
		/** The key under which an element names its activity. */
		named: column.optional(),
		started: column.optional(),
		completed: column.optional(),
		kind,
		precision: precision.default('second'),
		object: column.optional(),
		/** Whether the times under a name are a plan, whose changes from one file to a later one are recorded. */
		snapshot: z.boolean().default(false)
	})
	.refine((event) => (event.activity === undefined) !== (event.named === undefined), {
		message: 'either activity or named'
	})
	.refine((event) => event.started !== undefined || event.completed !== undefined, {
		message: 'an event needs started or completed'
	});

/** The column with the date on which a row was pulled; left out or blank, it was when the file was imported. */
const pulled = column.optional();

const shared = {
	id,
	title: bilingual,
	/** A process of `processes.yaml`; left out, the file belongs to the SOP given with it or to no process. */
	process: id.optional(),
	/** Columns that tell this kind of file; all must be there, a list is a choice of spellings. */
	recognise: z.array(column).min(1),
	/** Columns whose presence says that it is another kind of file. */
	absent: z.array(text).default([]),
	/** Columns that say nothing about the case: dates on which the file was pulled, keys of the exporter. */
	ignore: z.array(text).default([]),
	/** Whether an offset in a time counts; official exports write local time with a false Z. */
	offsets: z.enum(['false', 'real']).default('false'),
	/** Formats of times, letters as in strptime, where the times of this kind of file have more than one meaning. */
	times: z.array(text).min(1).max(mostTimeFormats).optional(),
	/** Activities that this kind of file can show; left out, those that occur in it. */
	shows: z.array(text).optional(),
	/** The stage of the process's funnel that a row of this file proves. */
	stage: id.optional()
};

const longProfile = z.strictObject({
	...shared,
	form: z.literal('long'),
	/** Which columns hold which field. */
	fields: z.partialRecord(z.enum(fields), column),
	/** Names of activities by the code in the step column, for exports whose names are missing or differ. */
	activities: z.record(z.string(), text).optional(),
	/** Columns kept with the event, by the name they are kept under; left out, all that are not ignored. */
	attributes: z.record(text, column).optional(),
	/**
	 * What names of documents mean in the SOP: of columns that each speak of one document, or in lists of documents. Null is
	 * something that the SOP does not ask for. Names that are the SOP's own need no entry.
	 */
	documents: z.record(text, text.nullable()).optional(),
	kind: kind.default('actual'),
	precision: precision.default('second'),
	/** Whether rows of one file that are alike in every column kept are as many events, or one and its repetitions. */
	repeats: z.enum(['events', 'duplicates']).default('events'),
	/** Each file is a picture of the same plan at one time; the key tells a stage of a case from file to file. */
	snapshot: z.strictObject({ key: column, at: pulled }).optional(),
	/** The document that a planned stage, by its code, is the due time of. */
	governs: z.record(z.string(), text).default({})
});

const wideProfile = z.strictObject({
	...shared,
	form: z.literal('wide'),
	case: column,
	/** The case that this one is an attempt of. */
	parent: column.optional(),
	unit: z.strictObject({ code: column, name: column.optional() }).optional(),
	status: z
		.strictObject({
			column,
			finished: z.array(code).default([]),
			cancelled: z.array(code).default([]),
			running: z.array(code).default([]),
			/** When the status was stated. */
			at: column.optional()
		})
		.optional(),
	/** Columns kept with the case, by the name they are kept under. */
	attributes: z.record(text, attribute).default({}),
	events: z.array(wideEvent).default([]),
	lists: z.array(listEvent).default([]),
	/** Each file is a picture at one time: columns whose changes from file to file are recorded, by what they are called. */
	snapshot: z.strictObject({ at: pulled, states: z.record(text, column).default({}) }).optional()
});

export const profileSchema = z.discriminatedUnion('form', [longProfile, wideProfile]);

/** How the columns of one kind of file become events: a row is an event (long) or a case (wide). */
export type Profile = z.infer<typeof profileSchema>;
export type LongProfile = Extract<Profile, { form: 'long' }>;
export type WideProfile = Extract<Profile, { form: 'wide' }>;
/** Where a kept value comes from. */
export type AttributeSource = z.infer<typeof attribute>;
export type Take = (typeof takes)[number];
export type EventKind = z.infer<typeof kind>;
export type Precision = z.infer<typeof precision>;

export const processesSchema = z.array(
	z.strictObject({
		id,
		title: bilingual,
		kind: z.enum(['packages', 'log']),
		/** Stages of the funnel, first to last. */
		stages: z.array(z.strictObject({ id, title: bilingual })).default([])
	})
);

/** What cases without an SOP are executions of, with the order of its funnel. */
export type ProcessDefinition = z.infer<typeof processesSchema>[number];

/** Whether rows of one file that are alike are as many events. */
export function keepsRepeats(profile: Profile): boolean {
	return profile.form === 'long' && profile.repeats === 'events';
}
