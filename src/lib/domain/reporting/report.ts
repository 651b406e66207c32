import { isDate } from '../filters/period';

/** In which files a report can be had. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv', 'json', 'parquet'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How a report is arranged; monitoring is the table of PermenPAN-RB 35/2012, summary one page for the head. */
export const REPORT_LAYOUTS = ['case', 'step', 'actor', 'monitoring', 'summary'] as const;
export type ReportLayout = (typeof REPORT_LAYOUTS)[number];

/** The layout of a report on suppliers, which has one only; the others are of deviations. */
export const SUPPLIER_LAYOUT = 'suppliers';

/** What somebody wants a report of; enough to make the same one again. */
export interface ReportRequest {
	/** Code of an office; null for all. */
	unit: string | null;
	/** Id of an SOP; null for all. */
	sop: string | null;
	/** Local dates, inclusive; null for open. */
	from: string | null;
	to: string | null;
	/** The list's own filters as its address writes them: `kind=late_step`, sorted by name; of suppliers: `supplier=<id>`. */
	filters: string;
	layout: ReportLayout | typeof SUPPLIER_LAYOUT;
	locale: 'id' | 'en';
}

/** What differs between two reports of the same inputs, and nothing else does. */
export interface ReportStamp {
	/** UTC, ISO without zone, in seconds; the follow-up is that of then. */
	madeAt: string;
	madeBy: string;
}

/** The figures of a report, by which two of them are compared. */
export interface ReportFigures {
	/** Findings: open and excused deviations. */
	total: number;
	open: number;
	excused: number;
	/** Deviations that rest on what nobody has confirmed: no findings, only their number is stated. */
	provisional: number;
	/** Of the findings those of suppliers' steps, which are not the office's own; of them the open ones that are berat. */
	supplierTotal: number;
	supplierBerat: number;
	/** The open ones by severity. */
	ringan: number;
	sedang: number;
	berat: number;
	/** SHA-256 over what every deviation says. */
	fingerprint: string;
	/** Of the office's own steps, as all that follows; suppliers' stand apart below. */
	stepsMeasured: number;
	stepsUnmeasured: number;
	onTime: number;
	late: number;
	/** Share of passes with a budget that could be judged, 0 to 1; null where there are none. */
	coverage: number | null;
	supplierOnTime: number;
	supplierLate: number;
	supplierUnmeasured: number;
	supplierCoverage: number | null;
	/** Passes for which the SOP asks for requirements: complete by the log, missing by it, and those it says nothing of. */
	requirementsComplete: number;
	requirementsMissing: number;
	requirementsUnmeasured: number;
	/** Outputs likewise. */
	outputsComplete: number;
	outputsMissing: number;
	outputsUnmeasured: number;
	cases: number;
}

/** The figures of a report on suppliers. */
export interface SupplierFigures {
	/** Packages of suppliers; one of two suppliers counts for each. */
	total: number;
	/** SHA-256 over what every package and sheet says. */
	fingerprint: string;
	suppliers: number;
	/** With a total. */
	evaluations: number;
	/** Mean of the totals; null without any. */
	mean: number | null;
	/** Evaluations of 0, by whatever scheme: contracts ended through the supplier's fault. */
	zero: number;
	conflicts: number;
	finished: number;
	notEvaluated: number;
	judged: number;
	late: number;
	/** Approved sheets of supporting services. */
	sheets: number;
}

/**
 * The version of what reports hold: 2 tells suppliers' findings apart and states the follow-up as it was when they were made; 3 chooses by
 * it too, and says the filters in words.
 */
export const REPORT_VERSION = 3;

/** What a report states about itself; it is embedded in each of its files. */
export interface ReportMetadata {
	product: 'tepat';
	kind: 'deviations' | 'suppliers';
	/** Of what a report holds; only files of the present one come out again byte by byte. */
	version: number;
	number: string;
	request: ReportRequest;
	stamp: ReportStamp;
	dataDate: string | null;
	figures: ReportFigures | SupplierFigures;
	units: { code: string; name: string; zone: string; calendar: string; calendarHash: string }[];
	sops: {
		id: string;
		title: string;
		hash: string;
		effectiveFrom: string | null;
	}[];
	imports: { import: number; file: string; sha256: string; importedAt: string }[];
}

/** The number of a report: when it was made, and the beginning of what it says. */
export function reportNumber(stamp: ReportStamp, fingerprint: string): string {
	return `TPT-${stamp.madeAt.replace(/\D/g, '').slice(0, 14)}-${fingerprint.slice(0, 6)}`;
}

/** How far a report is that is being made. */
export interface ReportProgress {
	/** Figures are gathered; then findings, evidence, and on paper pages are written. */
	phase: 'gathering' | 'findings' | 'evidence' | 'pages';
	/** Rows or pages. */
	done: number;
	/** Of how many; null where nobody knows yet. */
	total: number | null;
}

/** A figure that is not what it was. */
export interface FigureDifference {
	figure: string;
	then: string;
	now: string;
}

/** Which figures of a report no longer stand; what reports did not yet say when it was made, it cannot have wrong. */
export function compareFigures(
	then: ReportMetadata['figures'],
	now: ReportMetadata['figures']
): FigureDifference[] {
	const before = new Map<string, unknown>(Object.entries(then));
	return Object.entries(now)
		.filter(([figure, value]) => before.has(figure) && before.get(figure) !== value)
		.map(([figure, value]) => ({ figure, then: String(before.get(figure)), now: String(value) }));
}

const MARK = /TEPAT1:([A-Za-z0-9+/=]+):END/;

/** The metadata as one word of plain letters, which survives in any kind of file. */
export function encodeMetadata(metadata: ReportMetadata): string {
	return `TEPAT1:${Buffer.from(JSON.stringify(metadata)).toString('base64')}:END`;
}

/** The metadata in a text that holds it; undefined where it holds none, or such as no report ever has. */
export function decodeMetadata(text: string): ReportMetadata | undefined {
	const found = MARK.exec(text)?.[1];
	if (found === undefined) return undefined;
	try {
		const read: unknown = JSON.parse(Buffer.from(found, 'base64').toString('utf8'));
		return isMetadata(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNone: Check = (value) => value === null || isText(value);
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isDay: Check = (value) => value === null || (typeof value === 'string' && isDate(value));
const isInstant: Check = (value) =>
	typeof value === 'string' &&
	/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}$/.test(value) &&
	!isNaN(Date.parse(value));

function hasFields(value: unknown, checks: Record<string, Check>): boolean {
	if (typeof value !== 'object' || value === null) return false;
	const fields = new Map<string, unknown>(Object.entries(value));
	return Object.entries(checks).every(([name, fits]) => fits(fields.get(name)));
}

const listOf =
	(checks: Record<string, Check>): Check =>
	(value) =>
		Array.isArray(value) && value.every((one) => hasFields(one, checks));

/** A file can say anything: what is made again from it must first be what a report says about itself. */
function isMetadata(value: unknown): value is ReportMetadata {
	return hasFields(value, {
		product: (name) => name === 'tepat',
		kind: (kind) => kind === 'deviations' || kind === 'suppliers',
		version: (version) => Number.isInteger(version) && isNumber(version),
		number: isText,
		dataDate: isTextOrNone,
		request: (request) =>
			hasFields(request, {
				...{ unit: isTextOrNone, sop: isTextOrNone, from: isDay, to: isDay, filters: isText },
				layout: isLayout,
				locale: (locale) => locale === 'id' || locale === 'en'
			}),
		stamp: (stamp) => hasFields(stamp, { madeAt: isInstant, madeBy: isText }),
		figures: (figures) => hasFields(figures, { total: isNumber, fingerprint: isText }),
		units: listOf({ code: isText, name: isText, calendarHash: isText }),
		sops: listOf({ id: isText, hash: isText }),
		imports: listOf({ import: isNumber, file: isText, sha256: isText, importedAt: isText })
	});
}

const isLayout: Check = (layout) =>
	layout === SUPPLIER_LAYOUT || REPORT_LAYOUTS.some((name) => name === layout);
