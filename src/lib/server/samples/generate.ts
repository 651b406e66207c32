import { expandCalendar } from '$lib/domain/calendar/expand';
import { WorkingTime } from '$lib/domain/calendar/working-time';
import { makeLog } from '$lib/domain/samples/log';
import { makePackageFiles } from '$lib/domain/samples/packages/files';
import { processes } from '$lib/domain/samples/processes';
import { UserError } from '$lib/domain/user-error';
import { loadCalendars } from '../calendars/load';
import { loadCatalogue } from '../catalogue/load';
import { readManifest } from './manifest';

const packageFolder = 'spse-nontender/';

/**
 * The text of every file of the samples, by its path below `data/samples`, made from the catalogue, the
 * default calendar and `samples.yaml` of a project root; the same bytes each time. Throws
 * `samples_no_process` {sop} for an SOP that no sample is described for, and what the loaders throw.
 */
export function generateSamples(home: string): Map<string, string> {
	const manifest = readManifest(home);
	const calendar = loadCalendars(home).find(({ id }) => id === 'default');
	if (!calendar) throw new UserError('calendar_file_missing', { file: 'default.yaml' });
	const workingTime = new WorkingTime(expandCalendar(calendar, '2025-12-01', '2027-06-30'));
	const files = new Map<string, string>();
	for (const sop of loadCatalogue(home)) {
		const process = processes.find((candidate) => candidate.sop === sop.id);
		if (!process) throw new UserError('samples_no_process', { sop: sop.id });
		files.set(`${sop.id}.csv`, makeLog({ sop, process, manifest, workingTime }));
	}
	const owner = manifest.files.find(({ file }) => file.startsWith(packageFolder))?.unit;
	if (owner !== undefined) {
		for (const [name, content] of makePackageFiles({ manifest, unit: owner, workingTime }))
			files.set(`${packageFolder}${name}`, content);
	}
	return files;
}
