import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Connections that read, each lent to one query at a time; who finds none free waits in line. */
export class Readers {
	readonly #instance: DuckDBInstance;
	readonly #limit: number;
	readonly #all: DuckDBConnection[] = [];
	readonly #idle: DuckDBConnection[] = [];
	readonly #waiting: (() => void)[] = [];
	readonly #running = new Set<Promise<unknown>>();
	#lent = 0;
	#stopped = false;

	/** More running queries than `limit` would take the threads that the rest of the process needs. */
	constructor(instance: DuckDBInstance, limit: number) {
		this.#instance = instance;
		this.#limit = limit;
	}

	/** Runs `read` on a free connection and answers what it answers. */
	use<T>(read: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		const running = this.#use(read);
		const settled = running.then(
			() => undefined,
			() => undefined
		);
		this.#running.add(settled);
		void settled.then(() => this.#running.delete(settled));
		return running;
	}

	async #use<T>(read: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		// A finished reader hands its place on to the first in line, so nobody overtakes.
		if (this.#lent < this.#limit) this.#lent++;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		let connection: DuckDBConnection | undefined;
		try {
			if (this.#stopped) throw new Error('the store is closing');
			connection = this.#idle.pop() ?? (await this.#connect());
			return await read(connection);
		} finally {
			if (connection) this.#idle.push(connection);
			const next = this.#waiting.shift();
			if (next) next();
			else this.#lent--;
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
	}

	async #connect(): Promise<DuckDBConnection> {
		const connection = await this.#instance.connect();
		this.#all.push(connection);
		return connection;
	}
}
