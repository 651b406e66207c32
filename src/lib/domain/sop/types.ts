/** The clock a budget is read on: office time, working dates, calendar dates, or every hour of the day. */
export type Clock = 'working' | 'workday' | 'calendar' | 'elapsed';

/** The unit as the document writes it. */
export type BudgetUnit =
	'second' | 'minute' | 'hour' | 'workday' | 'calendarday' | 'week' | 'month';

/** The time an SOP allows. Exactly one of `seconds`, `days` and `months` is set. */
export interface Budget {
	value: number;
	unit: BudgetUnit;
	clock: Clock;
	/** Set for seconds, minutes and hours; null for day and month budgets. */
	seconds: number | null;
	/** Set for day budgets; a week is seven calendar days. */
	days: number | null;
	/** Set for months, which have no fixed number of days. */
	months: number | null;
	/** "selama n hari": the first day is one of the n. */
	countsFirstDay: boolean;
}

export const inferenceFields = [
	'actors',
	'columns',
	'time',
	'clock',
	'start',
	'end',
	'optional',
	'next',
	'effective',
	'signatory',
	'total'
] as const;
export type InferenceField = (typeof inferenceFields)[number];

/** A value that the document does not show plainly. Nothing that rests on it accuses anybody until confirmed. */
export interface Inference {
	field: InferenceField;
	/** Of an inferred edge: the step it leads to. */
	target?: string;
	reason: string;
}

export interface Edge {
	/** Step id. */
	to: string;
	/** The outcome that takes this edge; null where the step simply leads on. */
	condition: string | null;
	inferred: boolean;
}

/** A case of another SOP that a step may open. */
export interface Opening {
	sop: string;
	condition: string | null;
}

export interface Step {
	/** Unique in the SOP, safe in a URL. */
	id: string;
	/** The number as the document writes it. */
	no: string;
	flow: string;
	activity: string;
	/** Other spellings that mean this step. */
	aliases: string[];
	actors: string[];
	/** As written; null where the cell is blank, which is no budget, not a budget of zero. */
	time: string | null;
	budget: Budget | null;
	requirements: string[];
	outputs: string[];
	note: string | null;
	start: boolean;
	end: boolean;
	optional: boolean;
	/** Steps of one group may be done in any order. */
	group: string | null;
	next: Edge[];
	/** The Penyedia alone is accountable. */
	supplier: boolean;
	/** Outcomes the text implies without saying where they lead. */
	openOutcomes: string[];
	opens: Opening[];
	inferences: Inference[];
}

/** A time limit between two points that need not be neighbours in the flow. */
export interface Limit {
	id: string;
	title: string;
	time: string;
	budget: Budget;
	/** Step id or milestone id. */
	from: string;
	/** Step id or milestone id. */
	to: string;
	actors: string[];
	/** The sentence of the document that sets the limit. */
	quote: string;
	inferences: Inference[];
}

/** A fact outside the flow that starts or stops a limit; it is never aligned. */
export interface Milestone {
	id: string;
	title: string;
	aliases: string[];
}

export interface Flow {
	id: string;
	title: string;
}

export interface Signatory {
	position: string | null;
	name: string | null;
	nip: string | null;
	place: string | null;
	date: string | null;
}

/** The head of the form, as written; a blank is null or an empty list. */
export interface Header {
	created: string | null;
	revised: string | null;
	approved: string | null;
	effective: string | null;
	signatory: Signatory | null;
	legalBasis: string[];
	qualifications: string[];
	related: string[];
	equipment: string[];
	warnings: string[];
	records: string[];
	/** Daftar istilah. */
	terms: string[];
	/** Service standards: persyaratan, jangka waktu, biaya and produk pelayanan. */
	serviceRequirements: string[];
	serviceTimes: string[];
	fees: string[];
	products: string[];
}

/** What the linter found in the document; shown beside the SOP, never corrected. Text: `finding_<code>`. */
export interface Finding {
	code: string;
	params: Record<string, string | number>;
	severity: 'info' | 'warning';
	/** Step id, or null where the finding is about the whole SOP. */
	step: string | null;
}

export interface Sop {
	id: string;
	title: string;
	number: string | null;
	office: string | null;
	/** Document and page. */
	source: string;
	header: Header;
	/** ISO date from which cases are judged by this version; null is open-ended. */
	effectiveFrom: string | null;
	/** As written ("Jumlah"). */
	statedTotal: string | null;
	statedTotalSeconds: number | null;
	/** What the stated total limits: the sum of service times, or first start to last completion. */
	statedTotalKind: 'processing' | 'lead';
	/** A warning says the times cannot be met while the network or SPSE is down. */
	warnsOutage: boolean;
	/** After this many idle working days an open case counts as abandoned. */
	idleLimitWorkingDays: number;
	/** Made from a mined variant: all its cases are completed. */
	closed: boolean;
	/** Where and how the document breaks off; null where it is whole. */
	incomplete: string | null;
	/** Columns of the form, left to right. */
	actors: string[];
	flows: Flow[];
	steps: Step[];
	milestones: Milestone[];
	limits: Limit[];
	inferences: Inference[];
	findings: Finding[];
}
