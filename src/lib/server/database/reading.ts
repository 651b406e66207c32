import type { ColumnsToAppend } from './append';
import type { Queries } from './generated/queries';
import type { Name, Params, QueryTypes } from './statements';
import type { Columns } from './values';

/** What can be asked of the store, inside a transaction and outside; names are `area/name`. */
export interface Reading<Q extends QueryTypes = Queries> {
	/** Answers all rows. */
	all<N extends Name<Q>>(name: N, ...params: Params<Q[N]['params']>): Promise<Q[N]['row'][]>;
	/** Answers the first row, undefined when there is none. */
	get<N extends Name<Q>>(
		name: N,
		...params: Params<Q[N]['params']>
	): Promise<Q[N]['row'] | undefined>;
	/** As all; outside of a transaction the answer is kept until the next write: for what reads very many rows. Do not change it. */
	kept<N extends Name<Q>>(
		name: N,
		...params: Params<Q[N]['params']>
	): Promise<readonly Q[N]['row'][]>;
	/** Answers all rows by column, without making an object for each: for large results. */
	columns<N extends Name<Q>>(name: N, ...params: Params<Q[N]['params']>): Promise<Columns>;
	/**
	 * As all, when the statement has run, but its rows are made some at a time, as they are asked for. They wait
	 * outside of the heap and hold no connection, however slowly they are taken.
	 */
	parts<N extends Name<Q>>(
		name: N,
		...params: Params<Q[N]['params']>
	): Promise<AsyncIterable<Q[N]['row'][]>>;
}

/** The statements of one write: all of them come to be, or none. */
export interface Transaction<Q extends QueryTypes = Queries> extends Reading<Q> {
	/** Runs a statement and answers how many rows it changed. */
	run<N extends Name<Q>>(name: N, ...params: Params<Q[N]['params']>): Promise<number>;
	/** Adds many rows to a table by column and answers how many, see appendColumns. */
	append(table: string, columns: ColumnsToAppend): Promise<number>;
	/** Makes the temporary tables, views and expressions of a folder of queries/staging, in the order of their names. */
	stage(folder: string): Promise<void>;
}
