import type { CaseState, Filters } from '$lib/domain/filters/filters';
import { formatPeriod, formatMoment } from '$lib/format/dates';
import { formatDuration } from '$lib/format/durations';
import { formatCount, NONE } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import type { DrawnEdge, MapChoice } from '$lib/server/reading/mining/map';
import type { WayKind } from './drawn';

/** A precision of the store in words of formats: no time is shown finer than it is known. */
export function precisionOf(precision: number | null): 'minute' | 'day' {
	return precision === 3 ? 'day' : 'minute';
}

/** An activity as the document numbers it. */
export function nodeLabel({ no, label }: { no: string; label: string }): string {
	return no === '' ? label : `${no}. ${label}`;
}

/** What stands at a path: how often it is taken or how long it takes. */
export function edgeValue(edge: DrawnEdge, measure: MapChoice['measure']): string {
	if (measure === 'count') return formatCount(edge.passes);
	const seconds = measure === 'median' ? edge.median : edge.p95;
	return seconds === null
		? NONE
		: formatDuration(seconds, { precision: precisionOf(edge.precision) });
}

/** Where cases stop, by the state in which they are: only a completed one has come to its end. */
const ENDINGS: Record<CaseState, () => string> = {
	completed: m.mining_end,
	running: m.mining_end_running,
	cancelled: m.mining_end_cancelled,
	abandoned: m.mining_end_abandoned
};

/** Both ends of a path, by name. */
export function endNames(
	nodes: readonly { node: number; no: string; label: string }[],
	{ source, target, ending }: Pick<DrawnEdge, 'source' | 'target' | 'ending'>
): { source: string; target: string } {
	const name = (node: number | null) => {
		const found = nodes.find((row) => row.node === node);
		return found && nodeLabel(found);
	};
	return {
		source: name(source) ?? m.mining_start(),
		target: name(target) ?? ENDINGS[ending ?? 'completed']()
	};
}

/** How a path stands to the SOP, in a word; '' without an SOP. */
export function sopWord({ inSop, ending }: Pick<DrawnEdge, 'inSop' | 'ending'>): string {
	if (inSop !== null) return inSop ? m.mining_in_sop() : m.mining_out_of_sop();
	return ending === null || ending === 'completed' ? '' : m.mining_not_judged();
}

/** What a path's look says: the way of the SOP or not, or of cases that have not come to an end. */
export function wayKind({ inSop, ending }: Pick<DrawnEdge, 'inSop' | 'ending'>): WayKind {
	if (ending === 'running') return 'running';
	if (ending !== null && ending !== 'completed') return 'stopped';
	return inSop === null ? 'none' : inSop ? 'in' : 'out';
}

/** Which cases are looked at: office and period, in a line. */
export function scopeLine(
	units: readonly { id: string; name: string }[],
	{ unit, period }: Pick<Filters, 'unit' | 'period'>
): string {
	const office =
		unit === null ? m.filter_unit_all() : (units.find(({ id }) => id === unit)?.name ?? unit);
	return `${office}, ${formatPeriod(period)}`;
}

/** Against what, and up to when: SOP and data date, a line each. */
export function dataLines(
	process: { code: string; title: string; version: number | null },
	{ dataDate, dataZone }: { dataDate?: string | null | undefined; dataZone?: string | undefined }
): string[] {
	const sop =
		process.version === null ? m.mining_no_sop() : `SOP: ${process.title} (${process.code})`;
	return dataDate
		? [sop, m.mining_data_until({ moment: formatMoment(dataDate, dataZone ?? 'WIB') })]
		: [sop];
}
