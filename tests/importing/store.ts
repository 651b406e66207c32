import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { openStore } from '$lib/server/database/store';
import type { Store } from '$lib/server/database/store';
import { importFiles } from '$lib/server/importing/import-files';
import type { ImportOptions, ImportResult } from '$lib/server/importing/types';
import { seedReferenceData } from '$lib/server/reference/seed';
import { UserError } from '$lib/domain/user-error';

export const home = fileURLToPath(new URL('../..', import.meta.url));
export const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
export const now = '2026-11-20T02:00:00';

/** A new store in a temporary folder, with the reference data, and what a test does to it. */
export class Bench {
	readonly folder: string;
	readonly store: Store;

	private constructor(folder: string, store: Store) {
		this.folder = folder;
		this.store = store;
	}

	static async open(): Promise<Bench> {
		const folder = await mkdtemp(join(tmpdir(), 'tepat-import-'));
		const store = await openStore({ path: join(folder, 'var', 'tepat.duckdb'), home });
		await seedReferenceData(store, now);
		return new Bench(folder, store);
	}

	/** Writes a file beside the store and answers it as a source. */
	async file(name: string, content: string | Uint8Array): Promise<{ path: string; name: string }> {
		const path = join(this.folder, name);
		await writeFile(path, content);
		return { path, name };
	}

	async import(
		files: { path: string; name: string }[],
		options: Partial<ImportOptions> = {}
	): Promise<ImportResult> {
		return importFiles({ store: this.store, files, by: 'tester', now, ...options });
	}

	/** What importing these files is refused with: the code and the places of its sentence. */
	async refusal(
		files: { path: string; name: string }[],
		options: Partial<ImportOptions> = {}
	): Promise<{ code: string; params: Record<string, string | number> }> {
		try {
			await this.import(files, options);
		} catch (error) {
			if (error instanceof UserError) return { code: error.code, params: error.params };
			throw error;
		}
		throw new Error('was not refused');
	}

	/** Names of files that are left in the work folder. */
	async leftovers(): Promise<string[]> {
		return (await readdir(this.store.workFolder)).filter((name) => name !== 'spill');
	}

	/** All rows of a statement, on the file of the store as it was last committed. */
	async rows(sql: string): Promise<Record<string, unknown>[]> {
		return this.#reading((rows) => rows(sql));
	}

	async #reading<T>(
		read: (rows: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>
	): Promise<T> {
		await this.store.checkpoint();
		const copy = join(this.folder, 'copy.duckdb');
		await copyFile(this.store.path, copy);
		const instance = await DuckDBInstance.create(copy, { access_mode: 'read_only' });
		const connection = await instance.connect();
		try {
			return await read(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson());
		} finally {
			connection.closeSync();
			instance.closeSync();
			await rm(copy);
		}
	}

	/** Every row of every table as text, sorted, by table; the history of imports and of the schema is left out. */
	async dump(): Promise<Record<string, string[]>> {
		return this.#reading(async (rows) => {
			const tables = await rows(
				"select table_name as name from information_schema.tables where table_schema = 'main' order by 1"
			);
			const dump: Record<string, string[]> = {};
			for (const { name } of tables) {
				if (name === 'import' || name === 'schema_version') continue;
				const found = await rows(`select t::varchar as row from "${String(name)}" t order by 1`);
				dump[String(name)] = found.map(({ row }) => String(row));
			}
			return dump;
		});
	}

	/** What the store says, without the numbers it uses for it: equal for stores that were filled in other ways. */
	async meaning(): Promise<Record<string, string[]>> {
		const statements: Record<string, string> = {
			event: `select u.code, p.code, c.case_key, a.text, a.step_ref, e.kind, e.precision, e.position, e.started, e.completed,
					e.working_started, e.working_completed, x.name, r.name, e.source_order, e.source_record, d.requirements, d.outputs, d.object, d.attributes,
					(select list([i.sha256, s.record::varchar, s.part::varchar] order by i.sha256, s.record, s.part) from event_source s join import_file i on i.file = s.file where s.event = e.event)
				from event e join case_instance c using (case_id) join unit u using (unit) join process p using (process) join activity a using (activity)
				left join actor x using (actor) left join role r using (role) left join event_detail d using (event)`,
			fact: `select u.code, c.case_key, i.sha256, f.record, f.profile, f.status, f.stated, f.stated_at, f.parent_key, f.attributes
				from case_fact f join import_file i using (file) join case_instance c using (case_id) join unit u using (unit)`,
			file: `select i.name, i.sha256, i.profile, i.read_rows, i.used, i.duplicates, i.rejected, i.events, p.code, i.default_unit from import_file i join process p using (process)`,
			reject: `select i.sha256, r.record, r.column_name, r.value, r.reason from import_reject r join import_file i using (file)`,
			unit: 'select code, name, zone, confirmed, sample from unit',
			activity: 'select text, step_ref, name from activity',
			actor: 'select name from actor',
			role: 'select name from role',
			process: 'select code, title, kind from process',
			state: `select u.code, c.case_key, s.state, s.state_from, s.events, s.first_started, s.last_completed, s.lead_seconds, s.lead_working_seconds, s.end_day
				from case_state s join case_instance c using (case_id) join unit u on u.unit = c.unit`,
			data_date: 'select u.code, d.data_date from data_date d join unit u using (unit)',
			measurement: `select u.code, c.case_key, m.step, m.occurrence, m.basis, m.working_seconds, m.verdict, m.reason from measurement m join case_instance c using (case_id) join unit u on u.unit = c.unit`,
			snapshot: `select u.code, c.case_key, s.subject, s.pulled, f.sha256, s.record, e.started, e.completed, s.value
				from snapshot_row s join import_file f using (file) join case_instance c using (case_id) join unit u using (unit) left join event e on e.event = s.event`,
			change: `select u.code, c.case_key, s.subject, a.text, s.seen_before, s.pulled, s.was_started, s.was_completed, s.now_started, s.now_completed, s.was_value, s.now_value, f.sha256, s.record
				from snapshot_change s join import_file f using (file) join case_instance c using (case_id) join unit u on u.unit = s.unit left join activity a on a.activity = s.stage`,
			window: `select u.code, c.case_key, a.text, w.planned_started, w.planned_completed, d.text, w.document_completed, w.verdict, w.delay_workdays, w.subject, w.pulled, w.late_picture
				from schedule_window w join case_instance c using (case_id) join unit u on u.unit = c.unit
				join activity a on a.activity = w.planned_activity join activity d on d.activity = w.document_activity`
		};
		return this.#reading(async (rows) => {
			const meaning: Record<string, string[]> = {};
			for (const [name, sql] of Object.entries(statements))
				meaning[name] = (await rows(sql)).map((row) => JSON.stringify(Object.values(row))).sort();
			return meaning;
		});
	}

	async close(): Promise<void> {
		await this.store.close();
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** The header of the event logs that the tests write. */
export const header = 'case,activity,started,completed,actor\n';
