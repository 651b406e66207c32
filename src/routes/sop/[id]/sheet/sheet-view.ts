import { COLUMN, type Level, type Place, type Shape, type Way } from '$lib/domain/sheet/types';
import type { LabelSize } from '$lib/domain/sheet/labels';
import { formatOnClock, unbroken } from '$lib/format/durations';
import { formatCount, formatNumber } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { Reality, SheetStep, SheetWay } from '$lib/server/reading/sops/sop-sheet';
import type { Show } from '../show';

/** Of the ways that the SOP does not have, the most frequent ones are drawn; the table has them all. */
export const FOREIGN_DRAWN = 6;

export type Tone = 'plain' | 'ok' | 'near' | 'late' | 'provisional' | 'unknown';

/** What stands in a step's symbol. */
export interface SymbolView {
	value: string;
	/** Under the value, where it needs one. */
	unit: string;
	tone: Tone;
	/** The whole of it in words. */
	text: string;
}

/** A way that begins and ends at steps of one form. */
export type FlowWay = SheetWay & Way;

/** A form's steps of one flow with the ways between them, the main flow first. */
export interface FlowView {
	id: string;
	title: string;
	actors: string[];
	steps: SheetStep[];
	places: Place[];
	ways: FlowWay[];
	/** How many ways outside the SOP there are between its steps. */
	foreign: number;
}

/** Where the parts of a sheet lead. */
export interface SheetLinks {
	casesHref: (step: SheetStep) => string;
	/** The cases that took a way. */
	wayHref: (way: FlowWay) => string;
	deviationsHref: (step: SheetStep, own?: Record<string, string>) => string;
}

/** Splits a sheet into its flows; columns are the actors of the form, of a flow among several only its own. */
export function flowViews(sheet: {
	sop: { flows: readonly { id: string; title: string }[]; actors: readonly string[] };
	steps: readonly SheetStep[];
	ways: readonly SheetWay[];
}): FlowView[] {
	return sheet.sop.flows.map(({ id, title }) => {
		const steps = sheet.steps.filter((step) => step.flow === id);
		const acting = new Set(steps.flatMap((step) => step.actors));
		const actors =
			sheet.sop.flows.length === 1
				? [...sheet.sop.actors]
				: sheet.sop.actors.filter((actor) => acting.has(actor));
		const ids = new Set(steps.map((step) => step.id));
		const inside = sheet.ways.filter(
			(way): way is FlowWay =>
				way.from !== null && way.to !== null && ids.has(way.from) && ids.has(way.to)
		);
		const foreign = inside.filter((way) => !way.inSop);
		return {
			id,
			title,
			actors,
			steps,
			places: steps.map((step) => ({
				id: step.id,
				columns: step.actors.map((actor) => actors.indexOf(actor)).filter((at) => at >= 0),
				shape: shapeOf(step)
			})),
			ways: [...inside.filter((way) => way.inSop), ...foreign.slice(0, FOREIGN_DRAWN)],
			foreign: foreign.length
		};
	});
}

/** The symbol of a step on Indonesian SOP forms: a branch is a diamond, a start or end has round ends. */
export function shapeOf(step: Pick<SheetStep, 'branch' | 'start' | 'end'>): Shape {
	if (step.branch) return 'diamond';
	return step.start || step.end ? 'pill' : 'box';
}

/** What a step's symbol says; nothing where the sheet has no cases. */
export function symbolView(step: SheetStep, show: Show, withCases: boolean): SymbolView {
	const { reality, no } = step;
	if (!withCases) return { value: '', unit: '', tone: 'plain', text: m.sop_symbol_step({ no }) };
	if (show === 'time') {
		if (reality.median === null) {
			return { value: '–', unit: '', tone: 'unknown', text: m.sop_symbol_no_median({ no }) };
		}
		const median = formatReality(reality, reality.median);
		return {
			...shortTime(reality.median, reality.clock),
			tone: toneOf(reality),
			text: m.sop_symbol_median({ no, median })
		};
	}
	if (show === 'deviations') {
		const open = sum(reality, 'total');
		const provisional = sum(reality, 'provisional');
		const count = formatCount(open === 0 ? provisional : open);
		return {
			value: count,
			unit: open === 0 && provisional > 0 ? m.term_provisional() : '',
			tone: open > 0 ? 'late' : provisional > 0 ? 'provisional' : 'plain',
			text: m.sop_symbol_deviations({ no, count })
		};
	}
	const counts = { cases: formatCount(reality.cases), passes: formatCount(reality.passes) };
	return {
		value: counts.cases,
		unit: '',
		tone: reality.cases === 0 ? 'unknown' : 'plain',
		text: m.sop_symbol_cases({ no, ...counts })
	};
}

/** What the median says against the budget; provisional where every verdict is. */
export function toneOf({ median, budget, judgement }: Reality): Tone {
	if (median === null || budget === null) return 'unknown';
	if (judgement.judged === 0 && judgement.provisional > 0) return 'provisional';
	if (median > budget) return 'late';
	return median > 0.8 * budget ? 'near' : 'ok';
}

/** A time of a step on its own clock, no finer than it is known. */
export function formatReality({ clock, precision }: Reality, value: number): string {
	// Minutes with a decimal: a column of times reads faster than minutes and seconds.
	if (clock === 'working' && precision === 'second' && value >= 60 && value < 3600) {
		return unbroken(m.format_minutes({ value: formatNumber(value / 60, 1) }));
	}
	return unbroken(formatOnClock(value, clock, { precision }));
}

/** The line of a way: thicker the more cases took it. CSS pixels. */
export function wayWidth(way: SheetWay, most: number, show: Show): number {
	if (show !== 'count' || !way.inSop || way.cases === 0 || most === 0) return 1.5;
	return Math.round((1.5 + 4 * (way.cases / most)) * 2) / 2;
}

/** How the line of a way looks: what the SOP does not have, what it leaves open and what nobody took stand apart. */
export type WayLook = 'foreign' | 'foreign quiet' | 'inferred' | 'unused' | 'taken' | 'faint';

/** @param most cases of the busiest way of the SOP; 0 where there are no cases */
export function wayLook(way: SheetWay, most: number, show: Show): WayLook {
	if (!way.inSop) return show === 'time' ? 'foreign quiet' : 'foreign';
	if (way.unconfirmed) return 'inferred';
	if (most > 0 && way.cases === 0) return 'unused';
	return show === 'count' ? 'taken' : 'faint';
}

/** The number that stands at a way; empty where it would only repeat what the sheet shows. */
export function wayCount(way: SheetWay, most: number, show: Show): string {
	if (most === 0 || show === 'time') return '';
	return show === 'count' || !way.inSop ? formatCount(way.cases) : '';
}

/** The room that the label of a way takes: its number, and its condition in at most two lines of small type. */
export function labelSize(way: FlowWay | undefined): LabelSize {
	if (!way) return { width: 0, height: 0 };
	const number = 4 + 7 * formatCount(way.cases).length;
	if (way.condition === null) return { width: number, height: 13 };
	const words = 2 + 5.2 * way.condition.length;
	return { width: Math.min(60, Math.max(number, words)), height: words > 58 ? 36 : 25 };
}

/**
 * The least widths of a form's columns other than the actors', CSS pixels: chosen so that a form of up to six actors
 * fits a window of 1440 pixels; what fewer actors leave goes to the columns with the longest texts.
 */
export function columnWidths({ actors, steps }: Pick<FlowView, 'actors' | 'steps'>) {
	const no = steps.some((step) => step.no.length > 3) ? 46 : 34;
	const noted = steps.some((step) => step.note !== null);
	if (actors.length > 5) {
		const narrow = { requirements: 80, time: 56, output: 78, note: noted ? 76 : 68 };
		return { no, activity: noted ? 150 : 158, ...narrow, median: 92, onTime: 88, deviations: 106 };
	}
	const spare = (5 - actors.length) * COLUMN;
	const some = (list: (step: SheetStep) => string[], share: number) =>
		steps.some((step) => list(step).length > 0) ? Math.round(spare * share) : 0;
	return {
		no,
		activity: (noted ? 164 : 176) - (no - 34),
		requirements: 88 + some((step) => step.requirements, 0.3),
		time: 60,
		output: 84 + some((step) => step.outputs, 0.25),
		note: noted ? 80 : 68,
		median: 100 + Math.round(spare * 0.1),
		onTime: 92 + Math.round(spare * 0.15),
		deviations: 120 + Math.round(spare * 0.15)
	};
}

/** A height in a row as CSS. */
export function cssLevel({ at, dy }: Level): string {
	const base = at === 'top' ? '0%' : at === 'middle' ? '50%' : '100%';
	return `${base} + ${dy}px`;
}

function shortTime(value: number, clock: Reality['clock']): { value: string; unit: string } {
	if (clock === 'workday' || clock === 'calendar') {
		return { value: formatNumber(value, 1), unit: m.sop_unit_days() };
	}
	if (value < 60) return { value: formatCount(value), unit: m.sop_unit_seconds() };
	if (value < 3600) {
		const digits = value < 600 ? 1 : 0;
		return { value: formatNumber(value / 60, digits), unit: m.sop_unit_minutes() };
	}
	return { value: formatNumber(value / 3600, 1), unit: m.sop_unit_hours() };
}

function sum(reality: Reality, key: 'total' | 'provisional'): number {
	return reality.deviations.reduce((total, kind) => total + kind[key], 0);
}
