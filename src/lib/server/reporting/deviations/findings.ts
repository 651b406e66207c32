import { followStanding, followStateName } from '$lib/format/follow-up';
import { versionName } from '$lib/format/sop-versions';
import { m } from '$lib/paraglide/messages';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';
import { firstSources, readFiles } from '../../reading/deviations/deviation-evidence';
import { deviationSentence } from '../../reading/deviations/deviation-sentence';
import {
	citedRowName,
	clockName,
	deviationCategoryName,
	deviationKindName,
	partyName,
	severityName
} from '../../reading/names';
import { officeTime, type ReportCell, type ReportTable } from '../contents';
import { ahead, date, number, text, time, type Identity } from './parts';

type Row = Queries['reporting/deviations']['row'];
type Step = Queries['reporting/steps']['row'];

/**
 * The deviations with these identities in their order, made while they are read.
 * @param asOf UTC, ISO without zone: what was said and decided later is not in it
 */
export function findingsTable(
	store: Reading,
	chosen: readonly Identity[],
	asOf: string
): ReportTable {
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
			text(m.deviations_filter_party(), 14),
			text(m.deviations_column_cites(), 22),
			text(m.reporting_identity(), 22)
		],
		rows: async function* () {
			const [steps, files, versions] = await Promise.all([
				readSteps(store),
				readFiles(store),
				readVersions(store)
			]);
			const read = async (some: readonly Identity[]) => {
				const ids = some.map(({ id }) => id);
				const bare = some.filter((one) => one.bare).map(({ id }) => id);
				const [parts, sources, histories] = await Promise.all([
					store.parts('reporting/deviations', { ids }),
					firstSources(store, bare),
					readHistories(store, ids, asOf)
				]);
				return { ids, parts, sources, histories };
			};
			let no = 0;
			for await (const { ids, parts, sources, histories } of ahead(chosen, read))
				for await (const rows of parts)
					yield rows.map((row) => {
						const id = ids[row.place - 1] ?? '';
						const { file = row.file, record = row.record } = sources.get(id) ?? {};
						return finding({
							no: ++no,
							id,
							row,
							names: known,
							step: steps.get(stepKey(row)),
							version: versions.get(row.version),
							file: files.get(file ?? -1),
							follow: histories.get(id) ?? known.follow,
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

/** What the versions of those SOPs are called that have several: which of them a case is judged by depends on when it began. */
async function readVersions(store: Reading): Promise<Map<number, string>> {
	const rows = await store.all('sop/catalogue_versions');
	const several = rows.filter(({ sop }, at) =>
		[at - 1, at + 1].some((by) => rows[by]?.sop === sop)
	);
	return new Map(several.map((row) => [row.version, versionName(row.effective_from)]));
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
	acted: 17,
	started: 18,
	completed: 19,
	file: 24,
	row: 25,
	party: 27
};

type Names = ReturnType<typeof namesOf>;

/** The words of a table are looked up once, not once for each of a hundred thousand rows. */
function namesOf() {
	return {
		follow: followStateName('open'),
		open: m.deviations_state_open(),
		excused: m.deviations_state_excused(),
		provisional: m.deviations_state_provisional(),
		notBegun: m.deviations_not_begun(),
		office: partyName(false),
		supplier: partyName(true)
	};
}

function finding(given: {
	no: number;
	id: string;
	row: Row;
	step: Step | undefined;
	/** What the SOP's version is called, where it has several. */
	version: string | undefined;
	file: Queries['reporting/files']['row'] | undefined;
	follow: string;
	record: number | null;
	names: Names;
}): ReportCell[] {
	const { no, id, row, step, version, file, follow, record, names } = given;
	const step_no = step?.no ?? null;
	const step_activity = step?.activity ?? null;
	const accountable = step?.actors ?? [];
	return [
		no,
		row.case_key,
		// Not a copy: the collector lets copies of so many rows grow old before it looks at them again.
		deviationSentence(Object.assign(row, { step_no, step_activity, accountable })),
		accountable.join(', '),
		severityName(row.severity),
		row.provisional ? names.provisional : row.state === 'excused' ? names.excused : names.open,
		follow,
		row.day,
		row.ratio === null ? null : Math.round(row.ratio * 10_000) / 10_000,
		deviationKindName(row.kind),
		deviationCategoryName(row.category),
		row.unit,
		version === undefined ? row.process : `${row.process} · ${version}`,
		step_no,
		step_activity,
		row.occurrence,
		row.object,
		row.not_begun ? names.notBegun : [row.acted, row.acted_role].filter(Boolean).join(', '),
		row.started,
		row.completed,
		row.gross,
		row.net,
		row.budget,
		clockName(row.clock),
		file?.name ?? null,
		record,
		file?.import ?? null,
		row.supplier ? names.supplier : names.office,
		citedRowName(row),
		id
	];
}

/** The histories of those deviations that somebody followed up, by identity: each act with who, when, words and files. */
async function readHistories(
	store: Reading,
	ids: readonly string[],
	asOf: string
): Promise<Map<string, string>> {
	const histories = new Map<string, string>();
	for (const row of await store.all('reporting/follow_ups', { ids, as_of: asOf })) {
		const act = m.reporting_follow_act({
			state: row.act === 'reopen' ? m.followup_act_reopen() : followStanding(row.state, row.due),
			by: row.by_name,
			at: officeTime(row.happened_at, row.zone)
		});
		const said = [act, row.body].filter(Boolean).join(': ');
		const whole = row.files === null ? said : `${said} [${row.files}]`;
		const before = histories.get(row.id);
		histories.set(row.id, before === undefined ? whole : `${before}; ${whole}`);
	}
	return histories;
}
