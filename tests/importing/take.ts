import type { FileResult, ImportOptions } from '$lib/server/importing/types';
import { Bench } from './store';

/** Takes small files into a store of its own and answers what they came to, for tests that say it in a line. */
export class Taker {
	private constructor(readonly bench: Bench) {}

	static async open(): Promise<Taker> {
		return new Taker(await Bench.open());
	}

	/** Imports one file; throws when its counts do not close. */
	async take(
		name: string,
		content: string | Uint8Array,
		options: Partial<ImportOptions> = {}
	): Promise<FileResult> {
		const { files } = await this.bench.import([await this.bench.file(name, content)], options);
		const [file] = files;
		if (!file || file.used + file.duplicates + file.rejected !== file.rows)
			throw new Error(`the counts of ${name} do not close: ${JSON.stringify(file)}`);
		return file;
	}

	/** The events of a case in the order of their times: activity, kind, times, object. */
	async eventsOf(key: string): Promise<string[]> {
		const rows = await this.bench.rows(
			`select concat_ws(' | ', a.text, e.kind, e.started, e.completed, d.object) as line
			from event e join activity a using (activity) join case_instance c using (case_id) left join event_detail d using (event)
			where c.case_key = '${key}' order by coalesce(e.completed, e.started), a.text`
		);
		return rows.map(({ line }) => String(line));
	}

	/** What is kept of a case, by name. */
	async attributesOf(key: string): Promise<Record<string, string>> {
		const rows = await this.bench.rows(
			`select unnest(map_entries(attributes)) as entry from case_fact f join case_instance c using (case_id) where c.case_key = '${key}'`
		);
		return Object.fromEntries(
			rows.map(({ entry }) => {
				const { key: name, value } = entry as { key: string; value: string };
				return [name, value];
			})
		);
	}

	async close(): Promise<void> {
		await this.bench.close();
	}
}
