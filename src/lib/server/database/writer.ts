import { AsyncLocalStorage } from 'node:async_hooks';
import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import temporaryTables from './bookkeeping/temporary_tables.sql?raw';

/** How far the running statement is; percentage is from 0 to 100. */
export interface WriteProgress {
	percentage: number;
	rows: number;
	totalRows: number;
}

export interface WriteOptions {
	/** Called about five times a second while a long statement runs. */
	onProgress?: (progress: WriteProgress) => void;
	/** Aborting interrupts the running statement, rolls back and throws the signal's reason. */
	signal?: AbortSignal;
}

/** Runs statements of one transaction in the order they were asked for. */
export type Step = <T>(statement: (connection: DuckDBConnection) => Promise<T>) => Promise<T>;

/** What the database takes for its own limit, at which it would let the writer wait for the checkpoint. */
const longLogBytes = 16 << 20;
const progressMilliseconds = 200;
const interruptMilliseconds = 20;

/** The one connection that writes, and the line of those who want to. */
export class Writer {
	readonly #connection: DuckDBConnection;
	readonly #inside = new AsyncLocalStorage<boolean>();
	#last: Promise<unknown> = Promise.resolve();
	#interrupt: (() => void) | undefined;

	/** @param log the file in which the database keeps what was committed until it is checkpointed */
	constructor(
		connection: DuckDBConnection,
		readonly log: string
	) {
		this.#connection = connection;
	}

	/**
	 * Waits for its turn, runs `prepare` and then `work` in one transaction: committed when it answers, rolled back
	 * when it throws or is aborted. Each statement of `prepare` is a transaction of its own that can change temporary
	 * tables only: rows that are not committed are read by one thread, and planned for as if there were none. Temporary
	 * tables end with the turn.
	 */
	transaction<P, T>(
		prepare: (step: Step) => Promise<P>,
		work: (step: Step, prepared: P) => Promise<T>,
		options: WriteOptions
	): Promise<T> {
		return this.#queue(
			() => this.#turn(prepare, work, options),
			options.signal,
			// After the caller has its answer: to drop a million rows takes a while, too.
			() => this.#tidy()
		);
	}

	/** Waits for its turn and runs a statement outside of any transaction. */
	alone(statement: (connection: DuckDBConnection) => Promise<unknown>): Promise<void> {
		return this.#queue(async () => void (await statement(this.#connection)));
	}

	/** Rolls back the running transaction; its caller gets `reason`. */
	interrupt(): void {
		this.#interrupt?.();
	}

	/** Waits until nobody writes. */
	async idle(): Promise<void> {
		await this.#last;
	}

	close(): void {
		this.#connection.closeSync();
	}

	#queue<T>(
		turn: () => Promise<T>,
		signal?: AbortSignal,
		cleanUp?: () => Promise<void>
	): Promise<T> {
		// It would wait for itself for ever.
		if (this.#inside.getStore())
			return Promise.reject(new Error('a write inside a write: pass its transaction on instead'));
		const result = this.#last.then(() => {
			signal?.throwIfAborted();
			return this.#inside.run(true, turn);
		});
		this.#last = result.catch(() => undefined).then(cleanUp);
		return result;
	}

	async #turn<P, T>(
		prepare: (step: Step) => Promise<P>,
		work: (step: Step, prepared: P) => Promise<T>,
		options: WriteOptions
	): Promise<T> {
		const stop = new AbortController();
		this.#interrupt = () => stop.abort(new Error('the store is closing'));
		const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
		const watching = this.#watch(signal, options.onProgress);
		try {
			const preparing = new Steps(signal, (statement) => this.#readOnly(statement));
			const prepared = await preparing.run(prepare);
			const writing = new Steps(signal, (statement) => statement(this.#connection));
			await this.#connection.run('begin');
			const result = await writing.run((step) => work(step, prepared));
			watching.end();
			await this.#connection.run('commit');
			return result;
		} catch (error) {
			watching.end();
			// After some errors DuckDB has rolled back by itself and says that there is nothing to do.
			await this.#connection.run('rollback').catch(() => undefined);
			signal.throwIfAborted();
			throw error;
		} finally {
			this.#interrupt = undefined;
		}
	}

	/** Runs a statement in a transaction of its own that cannot change the store, only temporary tables. */
	async #readOnly<T>(statement: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		await this.#connection.run('begin transaction read only');
		const result = await statement(this.#connection);
		await this.#connection.run('commit');
		return result;
	}

	/** An interrupt that falls between two statements is lost, hence repeated until the write ends. */
	#watch(signal: AbortSignal, onProgress: WriteOptions['onProgress']): { end: () => void } {
		const timers: NodeJS.Timeout[] = [];
		const interrupt = () => {
			this.#connection.interrupt();
			timers.push(setInterval(() => this.#connection.interrupt(), interruptMilliseconds));
		};
		signal.addEventListener('abort', interrupt, { once: true });
		if (onProgress)
			timers.push(
				setInterval(() => {
					const { percentage, rows_processed, total_rows_to_process } = this.#connection.progress;
					if (percentage < 0) return;
					onProgress({
						percentage,
						rows: Number(rows_processed),
						totalRows: Number(total_rows_to_process)
					});
				}, progressMilliseconds)
			);
		return {
			end: () => {
				signal.removeEventListener('abort', interrupt);
				timers.forEach(clearInterval);
			}
		};
	}

	/** Drops temporary tables, and moves what was committed from the log into the store before it grows long. */
	async #tidy(): Promise<void> {
		try {
			const log = statSync(this.log, { throwIfNoEntry: false });
			if (log && log.size > longLogBytes) await this.#connection.run('checkpoint');
		} catch {
			// Somebody is reading: the next write tries again.
		}
		try {
			const result = await this.#connection.run(temporaryTables);
			for (const { kind, name } of await result.getRowObjects())
				await this.#connection.run(
					`drop ${String(kind)} temp."${String(name).replaceAll('"', '""')}"`
				);
		} catch {
			// A database that gave up on itself: the write's own error says so.
		}
	}
}

/** One after the other, whatever its user awaits: a connection runs one statement at a time. */
class Steps {
	#tail: Promise<unknown> = Promise.resolve();
	#open = true;

	constructor(
		readonly signal: AbortSignal,
		readonly execute: Step
	) {}

	/** Runs `work` with statements that it can ask for until it answers or throws, and waits for the last of them. */
	async run<T>(work: (step: Step) => Promise<T>): Promise<T> {
		try {
			const result = await unlessAborted(
				work((statement) => this.#step(statement)),
				this.signal
			);
			await this.#tail;
			this.signal.throwIfAborted();
			return result;
		} finally {
			this.#open = false;
			await this.#tail;
		}
	}

	#step<T>(statement: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		if (!this.#open) return Promise.reject(new Error('the transaction is over'));
		const result = this.#tail.then(() => {
			this.signal.throwIfAborted();
			return this.execute(statement);
		});
		this.#tail = result.catch(() => undefined);
		return result;
	}
}

/** Whoever waits for something outside the database must not hold the rollback up. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal.reason as Error);
		signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
