import type { LocalSeconds } from '../calendar/local-time';
import type { Shade } from './shades';

/** Turns instants into places on a line, in percent of its length. */
export interface TimeScale {
	from: LocalSeconds;
	until: LocalSeconds;
	/** Where an instant lies, 0 to 100; instants outside are drawn at the ends. */
	at(instant: LocalSeconds): number;
}

interface Piece {
	from: LocalSeconds;
	until: LocalSeconds;
	start: number;
	end: number;
}

/** Share of the line that one closed stretch may take when closed time is compressed. */
const GAP_SHARE = 0.02;

/** Share of the line that all closed stretches together may take then. */
const GAPS_SHARE = 0.3;

/**
 * The scale of a stretch of time. Compressed, a closed stretch is a narrow strip, so that minutes of work
 * stay visible in a case that lay over a weekend; otherwise every second is as long as any other.
 * @param shades closed stretches in order, see shadesOf; those outside are ignored
 */
export function timeScale(given: {
	from: LocalSeconds;
	until: LocalSeconds;
	shades: readonly Shade[];
	compress: boolean;
}): TimeScale {
	const from = given.from;
	const until = Math.max(given.until, from + 1);
	const pieces = place(
		from,
		until,
		given.compress ? given.shades.filter((shade) => shade.until > from && shade.from < until) : []
	);
	return {
		from,
		until,
		at(instant) {
			if (instant <= from) return 0;
			if (instant >= until) return 100;
			const piece = find(pieces, instant);
			const share = (instant - piece.from) / (piece.until - piece.from);
			return 100 * (piece.start + share * (piece.end - piece.start));
		}
	};
}

function place(from: LocalSeconds, until: LocalSeconds, closed: readonly Shade[]): Piece[] {
	const stretches: { from: LocalSeconds; until: LocalSeconds; open: boolean }[] = [];
	let reached = from;
	for (const shade of closed) {
		const start = Math.max(shade.from, reached);
		const end = Math.min(shade.until, until);
		if (start > reached) stretches.push({ from: reached, until: start, open: true });
		if (end > start) stretches.push({ from: start, until: end, open: false });
		reached = Math.max(reached, end);
	}
	if (reached < until) stretches.push({ from: reached, until, open: true });
	const open = sum(stretches.filter((stretch) => stretch.open).map(length));
	const gaps = stretches.filter((stretch) => !stretch.open);
	// Without any office time there is nothing to make room for.
	const most =
		open === 0
			? Infinity
			: (open / (1 - GAPS_SHARE)) * Math.min(GAP_SHARE, GAPS_SHARE / Math.max(1, gaps.length));
	const weights = stretches.map((stretch) =>
		stretch.open ? length(stretch) : Math.min(length(stretch), most)
	);
	const total = sum(weights);
	let start = 0;
	return stretches.map((stretch, index) => {
		const end = start + (weights[index] ?? 0) / total;
		const piece = { from: stretch.from, until: stretch.until, start, end };
		start = end;
		return piece;
	});
}

function find(pieces: readonly Piece[], instant: LocalSeconds): Piece {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle] as Piece).until <= instant) low = middle + 1;
		else high = middle;
	}
	return pieces[low] as Piece;
}

function length(stretch: { from: LocalSeconds; until: LocalSeconds }): number {
	return stretch.until - stretch.from;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
