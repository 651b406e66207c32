import { toCsv } from '$lib/domain/csv/to-csv';
import { m } from '$lib/paraglide/messages';
import type { Sheet } from './sop-sheet';

/**
 * The form with reality beside it as CSV in the reader's language, a row per step and limit; times in the unit that
 * stands beside them.
 */
export function sheetCsv(sheet: Sheet): string {
	const rows = [...sheet.steps, ...sheet.limits].map((row) => {
		const step = 'activity' in row ? row : null;
		const { reality } = row;
		const { judgement } = reality;
		return {
			no: step?.no ?? '',
			activity: step?.activity ?? ('title' in row ? row.title : ''),
			actors: row.actors.join('; '),
			requirements: step?.requirements.join('; ') ?? '',
			time: row.time ?? '',
			outputs: step?.outputs.join('; ') ?? '',
			note: step?.note ?? '',
			cases: step ? reality.cases : null,
			passes: step ? reality.passes : null,
			median: rounded(reality.median),
			p95: rounded(reality.p95),
			budget: reality.budget,
			clock:
				reality.clock === 'workday' || reality.clock === 'calendar'
					? m.sop_csv_days()
					: m.sop_csv_seconds(),
			onTime: judgement.onTime,
			late: judgement.late,
			excused: judgement.excused,
			provisional: judgement.provisional,
			unmeasured: judgement.unmeasured,
			deviations: reality.deviations.reduce((sum, kind) => sum + kind.total, 0)
		};
	});
	return toCsv(
		[
			{ key: 'no', label: m.sop_column_no(), type: 'text' },
			{ key: 'activity', label: m.sop_column_activity(), type: 'text' },
			{ key: 'actors', label: m.sop_column_actors(), type: 'text' },
			{ key: 'requirements', label: m.sop_column_requirements(), type: 'text' },
			{ key: 'time', label: m.sop_column_time(), type: 'text' },
			{ key: 'outputs', label: m.sop_column_output(), type: 'text' },
			{ key: 'note', label: m.sop_column_note(), type: 'text' },
			{ key: 'cases', label: m.sop_column_cases(), type: 'number' },
			{ key: 'passes', label: m.sop_column_passes(), type: 'number' },
			{ key: 'median', label: m.sop_column_median(), type: 'number' },
			{ key: 'p95', label: m.sop_column_p95(), type: 'number' },
			{ key: 'budget', label: m.sop_column_budget(), type: 'number' },
			{ key: 'clock', label: m.sop_column_clock(), type: 'text' },
			{ key: 'onTime', label: m.sop_column_on_time_count(), type: 'number' },
			{ key: 'late', label: m.sop_column_late(), type: 'number' },
			{ key: 'excused', label: m.sop_column_excused(), type: 'number' },
			{ key: 'provisional', label: m.sop_column_provisional(), type: 'number' },
			{ key: 'unmeasured', label: m.sop_column_unmeasured(), type: 'number' },
			{ key: 'deviations', label: m.sop_column_deviations(), type: 'number' }
		],
		rows
	);
}

/** Medians between two values have tails that mean nothing. */
function rounded(value: number | null): number | null {
	return value === null ? null : Math.round(value * 10) / 10;
}

/** The ways between steps as CSV in the reader's language: the SOP's own and those that only cases took. */
export function waysCsv(sheet: Sheet): string {
	const name = (id: string | null) => sheet.steps.find((step) => step.id === id)?.no ?? '';
	return toCsv(
		[
			{ key: 'from', label: m.sop_way_from(), type: 'text' },
			{ key: 'to', label: m.sop_way_to(), type: 'text' },
			{ key: 'condition', label: m.sop_way_condition(), type: 'text' },
			{ key: 'inSop', label: m.sop_way_in_sop(), type: 'text' },
			{ key: 'cases', label: m.sop_column_cases(), type: 'number' },
			{ key: 'passes', label: m.sop_column_passes(), type: 'number' }
		],
		sheet.ways.map((way) => ({
			from: way.from === null ? m.sop_way_begin() : name(way.from),
			to: way.to === null ? m.sop_way_end() : name(way.to),
			condition: way.condition ?? '',
			inSop: way.inSop ? m.sop_yes() : m.sop_no(),
			cases: way.cases,
			passes: way.passes
		}))
	);
}
