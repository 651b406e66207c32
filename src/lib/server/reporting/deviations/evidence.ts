import { maskPersonal } from '$lib/domain/accounts/masking';
import { m } from '$lib/paraglide/messages';
import type { Reading } from '../../database/store';
import { readFiles } from '../../reading/deviations/deviation-evidence';
import { localTime, type ReportTable } from '../contents';
import { ahead, number, text, type Identity } from './parts';

/**
 * Every source row that the deviations rest on, under the numbers that they have in the table of findings.
 * @param contents whether it also says what the rows say: for paper, where nobody can open the file beside it
 */
export function evidenceTable(
	store: Reading,
	chosen: readonly Identity[],
	contents = false
): ReportTable {
	return {
		name: m.reporting_sheet_evidence(),
		title: m.reporting_evidence_title(),
		columns: [
			number(m.reporting_no(), 7),
			text(m.deviations_column_case(), 20),
			text(m.deviations_column_file(), 30),
			number(m.deviations_column_row()),
			number(m.reporting_import()),
			text('SHA-256', 66),
			...(contents ? [text(m.reporting_evidence_contents(), 60)] : [])
		],
		rows: async function* () {
			const read = async (some: readonly Identity[], start: number) => ({
				start,
				parts: await store.parts('deviations/evidence', { ids: some.map(({ id }) => id) })
			});
			const files = await readFiles(store);
			for await (const { start, parts } of ahead(chosen, read))
				for await (const rows of parts) {
					const said = contents ? await readContents(store, rows) : undefined;
					yield rows.map(({ place, case_key, event, file, record }) => {
						const { name = null, import: number = null, sha256 = null } = files.get(file) ?? {};
						const cells = [start + place, case_key, name, record, number, sha256];
						return said ? [...cells, said.get(event) ?? null] : cells;
					});
				}
		}
	};
}

/** What events say: activity, times and who acted, without the numbers that tell who somebody is. */
async function readContents(
	store: Reading,
	rows: readonly { event: number }[]
): Promise<Map<number, string>> {
	const events = [...new Set(rows.map(({ event }) => event))];
	const found = await store.all('reporting/events', { events });
	return new Map(
		found.map(({ event, activity, started, completed, actor }) => [
			event,
			[activity, [started, completed].filter(Boolean).map(localTime).join(' – '), actor]
				.filter(Boolean)
				.map((part) => maskPersonal(null, part ?? ''))
				.join(' · ')
		])
	);
}
