import { appendColumns } from './append';
import type { Queries } from './generated/queries';
import { findFolder, findQuery } from './queries';
import type { Transaction } from './reading';
import { runQuery } from './statements';
import type { Name, QueryTypes } from './statements';
import { readColumns, readParts, readRows } from './values';
import type { Step } from './writer';

/**
 * What can be asked and changed within a writer's turn.
 * @param home the folder that holds `queries/`
 * @param step runs the statements in the order they are asked for; one asked when the turn is over fails
 */
export function transactionOf<Q extends QueryTypes = Queries>(
	home: string,
	step: Step
): Transaction<Q> {
	const run = <N extends Name<Q>>(name: N, params: Q[N]['params'] | undefined) =>
		step((connection) => runQuery(connection, findQuery(home, name), params, 'write'));
	const all: Transaction<Q>['all'] = async (name, ...[params]) => readRows(await run(name, params));
	return {
		all,
		kept: all,
		get: async (name, ...params) => (await all(name, ...params))[0],
		columns: async (name, ...[params]) => readColumns(await run(name, params)),
		parts: async (name, ...[params]) => readParts(await run(name, params)),
		run: async (name, ...[params]) => (await run(name, params)).rowsChanged,
		append: (table, columns) => step((connection) => appendColumns(connection, table, columns)),
		// All in one step: before the transaction each step is one of its own, which takes longer than making a table.
		stage: (folder) =>
			step(async (connection) => {
				for (const query of findFolder(home, `staging/${folder}`))
					await runQuery(connection, query, undefined, 'write');
			})
	};
}
