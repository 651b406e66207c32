import { LIST, VARCHAR, listValue } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import databaseName from './bookkeeping/database_name.sql?raw';
import hideUnits from './bookkeeping/hide_units.sql?raw';
import scopedViews from './bookkeeping/scoped_views.sql?raw';
import showUnits from './bookkeeping/show_units.sql?raw';

/** A connection that sees the rows of some offices only, and which they are at the moment. */
interface ScopedConnection {
	connection: DuckDBConnection;
	units: string;
}

/** Connections that read, each lent to one query at a time; who finds none free waits in line. */
export class Readers {
	readonly #instance: DuckDBInstance;
	readonly #limit: number;
	readonly #all: DuckDBConnection[] = [];
	readonly #idle: DuckDBConnection[] = [];
	readonly #idleScoped: ScopedConnection[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #running = new Set<Promise<unknown>>();
	/** Those who wait until nobody reads. */
	readonly #patient: (() => void)[] = [];
	#lent = 0;
	#stopped = false;

	/** More running queries than `limit` would take the threads that the rest of the process needs. */
	constructor(instance: DuckDBInstance, limit: number) {
		this.#instance = instance;
		this.#limit = limit;
	}

	/**
	 * Runs `read` on a free connection and answers what it answers.
	 * @param units codes of the offices whose rows the connection sees; undefined for all
	 */
	use<T>(
		read: (connection: DuckDBConnection) => Promise<T>,
		units: readonly string[] | undefined
	): Promise<T> {
		const running = this.#use(read, units);
		const settled = running.then(
			() => undefined,
			() => undefined
		);
		this.#running.add(settled);
		void settled.then(() => this.#running.delete(settled));
		return running;
	}

	async #use<T>(
		read: (connection: DuckDBConnection) => Promise<T>,
		units: readonly string[] | undefined
	): Promise<T> {
		// A finished reader hands its place on to the first in line, so nobody overtakes.
		if (this.#lent < this.#limit) this.#lent++;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		try {
			if (this.#stopped) throw new Error('the store is closing');
			return await (units === undefined ? this.#readAll(read) : this.#readScoped(read, units));
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#lent--;
			if (this.#lent === 0) for (const resolve of this.#patient.splice(0)) resolve();
		}
	}

	/** Waits until nobody reads. */
	async quiet(): Promise<void> {
		while (this.#lent > 0) await new Promise<void>((resolve) => this.#patient.push(resolve));
	}

	async #readAll<T>(read: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		const connection = this.#idle.pop() ?? (await this.#connect());
		try {
			return await read(connection);
		} finally {
			this.#idle.push(connection);
		}
	}

	async #readScoped<T>(
		read: (connection: DuckDBConnection) => Promise<T>,
		units: readonly string[]
	): Promise<T> {
		const key = JSON.stringify(units);
		const known = this.#idleScoped.findIndex((scoped) => scoped.units === key);
		const scoped =
			this.#idleScoped.splice(known === -1 ? 0 : known, 1)[0] ?? (await this.#connectScoped());
		try {
			if (scoped.units !== key) {
				// Nothing, until it is these: a failure in between must not leave another's.
				scoped.units = '';
				await scoped.connection.run(hideUnits);
				await scoped.connection.run(
					showUnits,
					{ codes: listValue([...units]) },
					{ codes: LIST(VARCHAR) }
				);
				scoped.units = key;
			}
			return await read(scoped.connection);
		} finally {
			this.#idleScoped.push(scoped);
		}
	}

	/** Stops the running reads; those in line are refused. Repeat it: one between two calls is lost. */
	interrupt(): void {
		this.#stopped = true;
		for (const connection of this.#all) connection.interrupt();
	}

	/** Waits for the running reads, then closes the connections. */
	async close(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running);
		for (const connection of this.#all.splice(0)) connection.closeSync();
		this.#idle.length = 0;
		this.#idleScoped.length = 0;
	}

	async #connect(): Promise<DuckDBConnection> {
		const connection = await this.#instance.connect();
		this.#all.push(connection);
		return connection;
	}

	async #connectScoped(): Promise<ScopedConnection> {
		const connection = await this.#connect();
		const [row] = await (await connection.run(databaseName)).getRowObjects();
		const store = String(row?.name).replaceAll('"', '""');
		await connection.run(scopedViews.replaceAll('@store', store));
		return { connection, units: '' };
	}
}
