import { copyFileSync, rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Store } from '$lib/server/database/store';

/** Tables that keep what was done, also of imports that were undone. */
const history = ['import'];

type Row = Record<string, unknown>;

/** Every table of a store as sorted text, without the history: what undoing must leave as it was. */
export async function contentOf(store: Store): Promise<Record<string, string[]>> {
	return inspect(store, async (all) => {
		const tables = await all('select table_name as name from duckdb_tables() order by name');
		const content: Record<string, string[]> = {};
		for (const { name } of tables) {
			if (history.includes(String(name))) continue;
			const rows = await all(`select t::varchar as row from "${String(name)}" t order by row`);
			content[String(name)] = rows.map(({ row }) => String(row));
		}
		return content;
	});
}

/** What the figures of a store come to, without the numbers by which it refers to things. */
export async function summaryOf(store: Store) {
	return inspect(store, async (all) => {
		const one = async (sql: string) => Number((await all(`select (${sql}) as n`))[0]?.n ?? 0);
		const grouped = async (sql: string) =>
			Object.fromEntries((await all(sql)).map(({ key, n }) => [String(key), Number(n)]));
		const closed = "basis in ('service', 'sojourn', 'none', 'limit')";
		const count = (where: string) => one(`select count(*) from measurement where ${where}`);
		const texts = async (sql: string) => (await all(sql)).map(({ key }) => String(key));
		return {
			units: (await all('select code, name, sample, confirmed from unit order by code')) as {
				code: string;
				name: string;
				sample: boolean;
				confirmed: boolean;
			}[],
			files: (
				await all(
					'select name, read_rows as read, used, duplicates, rejected from import_file order by name'
				)
			).map(({ name, read, used, duplicates, rejected }) => ({
				name: String(name),
				read: Number(read),
				used: Number(used),
				duplicates: Number(duplicates),
				rejected: Number(rejected)
			})),
			processes: (
				await all(
					'select p.code, p.kind, count(c.case_id) as cases from process p left join case_instance c on c.process = p.process group by all order by all'
				)
			).map(({ code, kind, cases }) => ({
				code: String(code),
				kind: String(kind),
				cases: Number(cases)
			})),
			outside: await one(
				"select count(distinct a.text) from case_state s join process p on p.process = s.process and p.kind = 'sop' join event e on e.case_id = s.case_id join activity a on a.activity = e.activity where not exists (from activity_step t where t.version = s.version and t.activity = e.activity)"
			),
			states: await grouped(
				'select state as key, count(*) as n from case_state group by all order by all'
			),
			onTime: await count(`${closed} and verdict in ('on_time', 'excused')`),
			late: await count(`${closed} and verdict = 'late'`),
			judged: await count(`${closed} and verdict in ('on_time', 'late', 'excused')`),
			budgeted: await count(`${closed} and verdict <> 'no_budget'`),
			provisional: await count('provisional'),
			excused: await count("verdict = 'excused'"),
			openOnTime: await count("basis = 'open' and verdict = 'on_time'"),
			openLate: await count("basis = 'open' and verdict = 'late'"),
			deviations: await grouped(
				'select kind as key, count(*) as n from deviation group by all order by all'
			),
			severities: await texts(
				'select distinct severity::varchar as key from deviation order by key'
			),
			measured: await texts(
				'select (step, occurrence, basis, gross, net, budget, verdict, reason, day)::varchar as key from measurement order by key'
			),
			moves: await texts(
				'select (m.ordinal, m.kind, m.step, m.occurrence, m.predecessor)::varchar as key from case_state s join move m on m.variant = s.variant order by key'
			),
			confirmations: await one('select count(*) from sop_confirmation'),
			dataDates: (
				await all(
					'select u.code, d.data_date::varchar as date from data_date d join unit u on u.unit = d.unit order by u.code'
				)
			).map(({ code, date }) => ({ code: String(code), date: String(date) })),
			spans: (
				await all(
					'select u.code as unit, s.started::varchar as started, s.ended::varchar as ended, working_ended - working_started as seconds from outage_span s join unit u on u.unit = s.unit order by u.code, s.started'
				)
			).map((row) => ({ ...row, seconds: Number(row.seconds) })),
			lostDays: await one('select count(*) from outage_lost_day')
		};
	});
}

/** Reads a copy of the store's file: the product runs no SQL but its own. */
async function inspect<T>(
	store: Store,
	read: (all: (sql: string) => Promise<Row[]>) => Promise<T>
): Promise<T> {
	await store.checkpoint();
	const copy = `${store.path}.copy`;
	copyFileSync(store.path, copy);
	const instance = await DuckDBInstance.create(copy);
	const connection: DuckDBConnection = await instance.connect();
	try {
		return await read(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson());
	} finally {
		connection.closeSync();
		instance.closeSync();
		rmSync(copy, { force: true });
	}
}
