import { m } from '$lib/paraglide/messages';
import type { Queries } from '../database/generated/queries';
import type { Reading } from '../database/store';
import { firstSources, readFiles } from '../reading/deviations/deviation-evidence';
import type { DeviationGroup } from '../reading/deviations/deviation-groups';
import { deviationSentence } from '../reading/deviations/deviation-sentence';
import { deviationCategoryName, deviationKindName, severityName } from '../reading/names';
import type { ReportCell, ReportColumn, ReportTable } from './contents';

/** Deviations that are read at once: a statement over some takes nearly as long as over many. */
const CHUNK = 16_384;

const text = (label: string, width = 16): ReportColumn => ({ label, type: 'text', width });
const number = (label: string, width = 10): ReportColumn => ({ label, type: 'number', width });
const date = (label: string): ReportColumn => ({ label, type: 'date', width: 12 });
const time = (label: string): ReportColumn => ({ label, type: 'date', width: 18, time: true });

type Row = Queries['reporting/deviations']['row'];
type Step = Queries['reporting/steps']['row'];

/** A deviation that a report is about; `bare` where it has no event of its own. */
export type Identity = Queries['reporting/identities']['row'];

/** The deviations with these identities in their order, made while they are read. */
export function findingsTable(store: Reading, chosen: readonly Identity[]): ReportTable {
	const known = namesOf();
	return {
		name: m.reporting_sheet_findings(),
		title: m.reporting_findings_title(),
		columns: [
			number(m.reporting_no(), 7),
			text(m.deviations_column_case(), 20),
			text(m.reporting_finding(), 80),
			text(m.deviations_column_accountable(), 22),
			text(m.deviations_column_severity()),
			text(m.deviations_column_state()),
			text(m.followup_title()),
			date(m.deviations_column_day()),
			number(m.deviations_column_ratio()),
			text(m.deviations_column_kind()),
			text(m.deviations_column_category()),
			text(m.deviations_column_unit()),
			text(m.deviations_column_sop()),
			text(m.deviations_column_step(), 8),
			text(m.deviations_column_activity(), 40),
			number(m.deviations_column_occurrence()),
			text(m.deviations_column_object()),
			text(m.deviations_column_acted()),
			time(m.deviations_column_started()),
			time(m.deviations_column_completed()),
			number(m.deviations_column_gross()),
			number(m.deviations_column_net()),
			number(m.deviations_column_budget()),
			text(m.deviations_column_clock()),
			text(m.deviations_column_file(), 24),
			number(m.deviations_column_row()),
			number(m.reporting_import()),
			text(m.reporting_identity(), 22)
		],
		rows: async function* () {
			const [steps, files] = await Promise.all([readSteps(store), readFiles(store)]);
			const read = async (some: readonly Identity[]) => {
				const ids = some.map(({ id }) => id);
				const bare = some.filter((one) => one.bare).map(({ id }) => id);
				const [parts, sources] = await Promise.all([
					store.parts('reporting/deviations', { ids }),
					firstSources(store, bare)
				]);
				return { ids, parts, sources };
			};
			let no = 0;
			for await (const { ids, parts, sources } of ahead(chosen, read))
				for await (const rows of parts)
					yield rows.map((row) => {
						const id = ids[row.place - 1] ?? '';
						const { file = row.file, record = row.record } = sources.get(id) ?? {};
						return finding({
							...{ no: ++no, id, row, names: known },
							step: steps.get(stepKey(row)),
							file: files.get(file ?? -1),
							record
						});
					});
		}
	};
}

const stepKey = ({ version, step }: { version: number; step: number | null }): string =>
	`${version} ${step}`;

async function readSteps(store: Reading): Promise<Map<string, Step>> {
	return new Map((await store.all('reporting/steps')).map((step) => [stepKey(step), step]));
}

/** Reads a list some thousands at a time: the next ones while those before are written. */
async function* ahead<T, R>(
	list: readonly T[],
	read: (some: readonly T[], start: number) => Promise<R>
): AsyncGenerator<R> {
	const from = (start: number): Promise<R> | undefined => {
		if (start >= list.length) return undefined;
		const reading = read(list.slice(start, start + CHUNK), start);
		// Heard of when it is waited for; who stops before that need not hear of it.
		reading.catch(() => undefined);
		return reading;
	};
	let next = from(0);
	for (let start = CHUNK; next; start += CHUNK) {
		const now: R = await next;
		next = from(start);
		yield now;
	}
}

/** Where the columns stand that the printed table shows. */
export const FINDING = {
	no: 0,
	case: 1,
	sentence: 2,
	actor: 3,
	severity: 4,
	state: 5,
	follow: 6,
	day: 7,
	ratio: 8,
	sop: 12,
	step: 13,
	activity: 14,
	file: 24,
	row: 25
};

type Names = ReturnType<typeof namesOf>;

/** The words of a table are looked up once, not once for each of a hundred thousand rows. */
function namesOf() {
	const follow: Record<string, string> = {
		open: m.followup_state_open(),
		explained: m.followup_state_explained(),
		accepted: m.followup_state_accepted(),
		rejected: m.followup_state_rejected(),
		excused: m.followup_state_excused(),
		closed: m.followup_state_closed()
	};
	return {
		follow,
		open: m.deviations_state_open(),
		excused: m.deviations_state_excused(),
		provisional: m.deviations_state_provisional()
	};
}

function finding(given: {
	no: number;
	id: string;
	row: Row;
	step: Step | undefined;
	file: Queries['reporting/files']['row'] | undefined;
	record: number | null;
	names: Names;
}): ReportCell[] {
	const { no, id, row, step, file, record, names } = given;
	const step_no = step?.no ?? null;
	const step_activity = step?.activity ?? null;
	const accountable = step?.actors ?? [];
	const state = row.follow ?? 'open';
	const follow = names.follow[state] ?? state;
	return [
		no,
		row.case_key,
		deviationSentence({ ...row, step_no, step_activity, accountable }),
		accountable.join(', '),
		severityName(row.severity),
		row.provisional ? names.provisional : row.state === 'excused' ? names.excused : names.open,
		state === 'open' || row.follow_body === null ? follow : `${follow}: ${row.follow_body}`,
		row.day,
		row.ratio === null ? null : Math.round(row.ratio * 10_000) / 10_000,
		deviationKindName(row.kind),
		deviationCategoryName(row.category),
		row.unit,
		row.process,
		step_no,
		step_activity,
		row.occurrence,
		row.object,
		[row.acted, row.acted_role].filter(Boolean).join(', '),
		row.started,
		row.completed,
		row.gross,
		row.net,
		row.budget,
		row.clock,
		file?.name ?? null,
		record,
		file?.import ?? null,
		id
	];
}

/** Every source row that the deviations rest on, under the numbers that they have in the table of findings. */
export function evidenceTable(store: Reading, chosen: readonly Identity[]): ReportTable {
	return {
		name: m.reporting_sheet_evidence(),
		title: m.reporting_evidence_title(),
		columns: [
			number(m.reporting_no(), 7),
			text(m.deviations_column_case(), 20),
			text(m.deviations_column_file(), 30),
			number(m.deviations_column_row()),
			number(m.reporting_import()),
			text('SHA-256', 66)
		],
		rows: async function* () {
			const read = async (some: readonly Identity[], start: number) => ({
				start,
				parts: await store.parts('deviations/evidence', { ids: some.map(({ id }) => id) })
			});
			const files = await readFiles(store);
			for await (const { start, parts } of ahead(chosen, read))
				for await (const rows of parts)
					yield rows.map(({ place, case_key, file, record }) => {
						const { name = null, import: number = null, sha256 = null } = files.get(file) ?? {};
						return [start + place, case_key, name, record, number, sha256];
					});
		}
	};
}

/** How many findings each kind, step or actor has, and beside them how many deviations are provisional. */
export function groupTable(
	by: 'kinds' | 'steps' | 'actors',
	groups: readonly DeviationGroup[]
): ReportTable {
	const titles = {
		kinds: m.reporting_by_kind,
		steps: m.reporting_by_step,
		actors: m.reporting_by_actor
	};
	return {
		name: titles[by](),
		title: titles[by](),
		columns: [
			text(m.reporting_figure(), 60),
			number(m.reporting_total()),
			number(m.deviations_state_open()),
			number(m.deviations_severity_berat()),
			number(m.deviations_state_excused()),
			number(m.deviations_state_provisional())
		],
		rows: () => [
			groups.map((group) => [
				[group.label, by === 'steps' ? group.detail : ''].filter(Boolean).join(' – '),
				group.open + group.excused,
				group.open,
				group.severe,
				group.excused,
				group.provisional
			])
		]
	};
}

/**
 * The monitoring table of PermenPAN-RB 35/2012: each procedure, whether it went well, what was found and what is to be
 * done; the last two are for the pen. The regulation leaves the judgement to who monitors and names no threshold: it went
 * badly where a pass was late, well where all passes were measured and none was; else the cell is left to the pen too.
 */
export function monitoringTable(
	rows: readonly Queries['reporting/monitoring']['row'][]
): ReportTable {
	return {
		name: m.reporting_monitoring(),
		title: m.reporting_monitoring_title(),
		note: m.reporting_monitoring_rule(),
		columns: [
			number(m.reporting_no(), 6),
			text(m.reporting_procedure(), 60),
			text(m.reporting_went_well(), 14),
			text(m.reporting_went_badly(), 14),
			text(m.reporting_notes(), 40),
			text(m.reporting_action(), 30),
			text(m.reporting_initials(), 10)
		],
		widths: [22, '*', 56, 60, 170, 150, 44],
		rows: () => [
			rows.map((row, index) => {
				const known = row.measured > 0;
				const note = known
					? m.reporting_monitoring_note({
							late: row.late,
							measured: row.measured,
							passes: row.passes
						})
					: m.reporting_monitoring_unknown({ passes: row.passes });
				return [
					index + 1,
					`${row.title}: ${row.no === null || row.no === '' ? '' : `${row.no}. `}${row.activity}`,
					row.late === 0 && row.measured === row.passes ? '✓' : '',
					row.late > 0 ? '✓' : '',
					note,
					'',
					''
				];
			})
		]
	};
}
