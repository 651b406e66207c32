import { readFile } from 'node:fs/promises';
import { m } from '$lib/paraglide/messages';
import { importPeople } from '$lib/server/offices/people';
import { readPeople } from '$lib/server/reading/people/people';
import { resolveArgument } from '$lib/server/settings';
import { scopeOptions, text } from '../command';
import type { Command } from '../command';
import { tell, writeJson, writeTable } from '../output';
import { UsageError } from '../usage';

/** `people` lists persons and their roles; `people import FILE --unit ID` adds those of a CSV file. */
export const peopleCommand: Command = {
	options: { unit: scopeOptions.unit },
	run: (call) =>
		call.withStore(async (store) => {
			const unit = text(call, 'unit');
			const [word, file, ...more] = call.positionals;
			if (word === 'import') {
				if (file === undefined || more.length > 0 || unit === null) {
					throw new UsageError('cli_people_import');
				}
				const content = await readFile(resolveArgument(file), 'utf8');
				const writer = { by: 'CLI', now: call.now };
				const count = await importPeople(store, unit, content, writer);
				if (call.json) writeJson({ unit, added: count });
				else tell(m.people_imported({ count: String(count), unit }));
				return 0;
			}
			if (word !== undefined) throw new UsageError('cli_no_arguments', { word });
			const { rows, coverage } = await readPeople(store, unit);
			if (call.json) {
				writeJson({
					coverage: {
						steps: coverage.steps,
						judged: coverage.judged,
						unknown: coverage.unknown,
						nobody: coverage.nobody,
						wrong: coverage.wrong
					},
					people: rows.map((row) => ({
						unit: row.unit,
						person: row.person,
						role: row.role,
						from: row.valid_from,
						until: row.valid_until
					}))
				});
			} else {
				writeTable(
					[m.people_unit(), m.people_person(), m.people_role(), m.people_from(), m.people_until()],
					rows.map((row) => [row.unit, row.person, row.role, row.valid_from, row.valid_until])
				);
			}
			return 0;
		})
};
