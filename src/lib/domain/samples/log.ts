import { type LocalSeconds, dateOf } from '../calendar/local-time';
import { type JoinedOutages, joinOutages } from '../calendar/outages';
import type { WorkingTime } from '../calendar/working-time';
import { csvCell } from '../csv/to-csv';
import type { Sop } from '../sop/types';
import { type CaseRow, performCase } from './case';
import type { SampleManifest, SampleUnit } from './manifest';
import { arrivals } from './office-clock';
import type { SampleProcess } from './processes';
import { Random } from './random';

const firstDay = '2026-01-05';

/** What the sample logs are made from; none of it is read from a clock. */
export interface LogInput {
	sop: Sop;
	process: SampleProcess;
	manifest: SampleManifest;
	workingTime: WorkingTime;
}

/** The log of one SOP as a CSV file: all its cases of all offices, in the order in which they began. */
export function makeLog({ sop, process, manifest, workingTime }: LogInput): string {
	const cases = manifest.units.flatMap((unit, index) => {
		const outages = joinOutages(manifest.outages.filter((outage) => outage.unit === unit.code));
		const random = new Random(`${sop.id} ${unit.code}`);
		const begun = beginnings(random, { sop, process, manifest, workingTime, unit, index, outages });
		return begun.map((at, number) =>
			performCase({
				sop,
				process,
				unit,
				office: index,
				outages: sop.warnsOutage ? outages : [],
				workingTime,
				dataDate: manifest.dataDate,
				key: `${process.key}-${String.fromCharCode(65 + index)}-${String(number + 1).padStart(4, '0')}`,
				at
			})
		);
	});
	const first = (rows: CaseRow[]) => rows[0]?.at ?? 0;
	const rows = cases.sort((a, b) => first(a) - first(b)).flat();
	const lines = rows.map(({ cells }) =>
		process.columns.map((column) => csvCell(cells[column] ?? '', 'text')).join(',')
	);
	return `${[process.columns.join(','), ...lines].join('\n')}\n`;
}

/** When the cases of an office begin: over the year, during its outages, and just before the data date. */
function beginnings(
	random: Random,
	given: LogInput & { unit: SampleUnit; index: number; outages: JoinedOutages }
): LocalSeconds[] {
	const { process, manifest, workingTime, index, sop, outages } = given;
	const count = process.cases[index as 0 | 1 | 2];
	const until = manifest.dataDate;
	const begun = arrivals(random, workingTime, {
		count,
		from: firstDay,
		until: dateOf(until)
	}).filter((at) => at < until - 3600);
	if (sop.warnsOutage) {
		const during = Math.max(2, Math.round(count * 0.03));
		for (const [from, to] of outages)
			for (let number = 0; number < during; number++)
				begun.push(from - 600 + Math.floor((random.next() * (to - from) * 3) / 4));
	}
	if (process.precision !== 'day') {
		// So that some cases are running at the data date.
		const recent = Math.max(1, Math.round(count * 0.015));
		for (let number = 0; number < recent; number++) begun.push(until - random.whole(120, 2400));
	}
	return begun.sort((a, b) => a - b);
}
