import { findAspect, type Band, type Scheme } from './scheme';
import { bandOf, exactTotal, POINT, thousandths, totalOf, type ExactTotal } from './score';

/** Fewer evaluations than this say little of a supplier: the rank says so. Ours, not from a document. */
export const ENOUGH_EVALUATIONS = 3;

/** An evaluation of one package as exports tell it. */
export interface ToldEvaluation {
	/** Scores by the source's own names. */
	scores: Readonly<Record<string, number | null>>;
	/** What was said of them, by the same names. */
	comments?: Readonly<Record<string, string | null>> | null;
	/** What the source states as total; null where it states none. */
	total: number | null;
	/** The lowest total that its rows state. */
	least_total: number | null;
	/** Of SIKaP or INAPROC; else of an office's own spreadsheet. */
	official: boolean;
}

/** An evaluation as it counts. */
export interface ReadEvaluation {
	/** What it was made with, and keeps. */
	scheme: Pick<Scheme, 'id' | 'version' | 'title'>;
	/** Of SIKaP or INAPROC, whose results are final; else of an office's own spreadsheet. */
	official: boolean;
	/** By aspect; null where nobody scored it. */
	aspects: Record<string, number | null>;
	/** What was said of an aspect, where something was. */
	comments: Record<string, string>;
	/** Names that the scheme does not have. */
	unknown: string[];
	/** From the scores; null where there is none. */
	computed: ExactTotal | null;
	/** As the source states it. */
	stated: ExactTotal | null;
	/** What ranks: the stated one, else the computed one. */
	total: ExactTotal | null;
	/** Stated and computed differ, or rows of one evaluation state different totals. */
	conflict: boolean;
	/** Another total that was told of the same package under the same supplier; null where there is none. */
	other: ExactTotal | null;
	band: Band | null;
}

/** Reads an imported evaluation by a scheme. Imported results are final: a stated total goes before ours. */
export function readEvaluation(scheme: Scheme, told: ToldEvaluation): ReadEvaluation {
	const aspects: Record<string, number | null> = Object.fromEntries(
		scheme.aspects.map(({ id }) => [id, null])
	);
	const unknown: string[] = [];
	for (const [name, score] of Object.entries(told.scores)) {
		const aspect = findAspect(scheme, name);
		if (aspect) aspects[aspect.id] = score;
		else unknown.push(name);
	}
	const comments: Record<string, string> = {};
	for (const [name, comment] of Object.entries(told.comments ?? {})) {
		const aspect = findAspect(scheme, name);
		if (aspect && comment) comments[aspect.id] = comment;
	}
	const computed = totalOf(scheme, { scores: aspects, terminated: false }).total;
	const stated = told.total === null ? null : exactTotal(told.total);
	const total = stated ?? computed;
	const { id, version, title } = scheme;
	return {
		scheme: { id, version, title },
		official: told.official,
		aspects,
		comments,
		unknown,
		computed,
		stated,
		total,
		conflict:
			(stated !== null && computed !== null && stated !== computed) ||
			told.total !== told.least_total,
		other: null,
		band: total === null ? null : bandOf(scheme, total)
	};
}

/**
 * Of two evaluations of one package by one version of a scheme that turn out to speak of one supplier, the official one
 * counts, since official results are final; else the one with a stated total, else the one that has any, else the
 * first. Where their totals differ that is a conflict, and the other total stays beside it.
 */
export function joinEvaluations(a: ReadEvaluation, b: ReadEvaluation): ReadEvaluation {
	const [first, second] = precedence(b) > precedence(a) ? [b, a] : [a, b];
	const differs = second.total !== null && second.total !== first.total;
	return {
		...first,
		comments: { ...second.comments, ...first.comments },
		conflict: first.conflict || second.conflict || differs,
		other: differs ? second.total : first.other
	};
}

function precedence({ official, stated, total }: ReadEvaluation): number {
	return (official ? 3 : 0) + (stated !== null ? 2 : total !== null ? 1 : 0);
}

/** How a supplier stands. */
export interface Standing {
	/** Evaluations with a total. */
	n: number;
	/** Mean of the totals, for people; null without any. */
	mean: number | null;
	/** Exact sum, to compare means without dividing. */
	sum: ExactTotal;
	band: Band | null;
	/** A total is 0, by whatever scheme: a contract ended through the supplier's fault. */
	zero: boolean;
	enough: boolean;
	/** Mean score by aspect, over the evaluations that score it. */
	aspects: Record<string, { mean: number; n: number } | null>;
}

/**
 * The mean of a supplier's package totals with how many they are.
 * @param elsewhere evaluations by other schemes or versions: no mean counts them, but a 0 is flagged (ours: by whatever
 * scheme, since a new version of it does not undo a contract's end)
 */
export function standingOf(
	scheme: Scheme,
	evaluations: readonly ReadEvaluation[],
	elsewhere: readonly ReadEvaluation[] = []
): Standing {
	const totals = evaluations.flatMap(({ total }) => (total === null ? [] : [total]));
	const sum = totals.reduce((all, total) => all + total, 0);
	const n = totals.length;
	return {
		n,
		// One division of whole numbers: two would leave 2.8000000000000003.
		mean: n === 0 ? null : sum / (POINT * n),
		sum,
		band: n === 0 ? null : bandOf(scheme, sum, n),
		zero: [...evaluations, ...elsewhere].some(({ total }) => total === 0),
		enough: n >= ENOUGH_EVALUATIONS,
		aspects: Object.fromEntries(
			scheme.aspects.map(({ id }) => {
				const scores = evaluations.flatMap(({ aspects }) => thousandths(aspects[id]) ?? []);
				const mean = scores.reduce((all, score) => all + score, 0) / (1000 * scores.length);
				return [id, scores.length === 0 ? null : { mean, n: scores.length }];
			})
		)
	};
}

/** Orders standings: enough evaluations first, then the higher mean, then more evaluations; compares exactly. */
export function compareStandings(a: Standing, b: Standing): number {
	if (a.enough !== b.enough) return a.enough ? -1 : 1;
	if (a.n === 0 || b.n === 0) return b.n - a.n;
	return b.sum * a.n - a.sum * b.n || b.n - a.n;
}
