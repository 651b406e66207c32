import { AsyncLocalStorage } from 'node:async_hooks';
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

const progressMilliseconds = 200;
const interruptMilliseconds = 20;

/** The one connection that writes, and the line of those who want to. */
export class Writer {
	readonly #connection: DuckDBConnection;
	readonly #inside = new AsyncLocalStorage<boolean>();
	#last: Promise<unknown> = Promise.resolve();
	#interrupt: (() => void) | undefined;

	constructor(connection: DuckDBConnection) {
		this.#connection = connection;
	}

	/**
	 * Waits for its turn and runs `work` in one transaction: committed when it answers, rolled back
	 * when it throws or is aborted. Temporary tables end with it.
	 */
	transaction<T>(work: (step: Step) => Promise<T>, options: WriteOptions): Promise<T> {
		return this.#queue(() => this.#transaction(work, options), options.signal);
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

	#queue<T>(turn: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		// It would wait for itself for ever.
		if (this.#inside.getStore())
			return Promise.reject(new Error('a write inside a write: pass its transaction on instead'));
		const result = this.#last.then(() => {
			signal?.throwIfAborted();
			return this.#inside.run(true, turn);
		});
		this.#last = result.catch(() => undefined);
		return result;
	}

	async #transaction<T>(work: (step: Step) => Promise<T>, options: WriteOptions): Promise<T> {
		const stop = new AbortController();
		this.#interrupt = () => stop.abort(new Error('the store is closing'));
		const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
		let tail: Promise<unknown> = Promise.resolve();
		let open = true;
		// One connection runs one statement at a time, whatever its user awaits.
		const step: Step = (statement) => {
			if (!open) return Promise.reject(new Error('the transaction is over'));
			const result = tail.then(() => {
				signal.throwIfAborted();
				return statement(this.#connection);
			});
			tail = result.catch(() => undefined);
			return result;
		};
		const watching = this.#watch(signal, options.onProgress);
		await this.#connection.run('begin');
		try {
			const result = await unlessAborted(work(step), signal);
			await tail;
			signal.throwIfAborted();
			open = false;
			watching.end();
			await this.#connection.run('commit');
			return result;
		} catch (error) {
			open = false;
			await tail;
			watching.end();
			// After some errors DuckDB has rolled back by itself and says that there is nothing to do.
			await this.#connection.run('rollback').catch(() => undefined);
			signal.throwIfAborted();
			throw error;
		} finally {
			this.#interrupt = undefined;
			await this.#dropTemporaryTables();
		}
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

	async #dropTemporaryTables(): Promise<void> {
		try {
			const result = await this.#connection.run(temporaryTables);
			for (const { name } of await result.getRowObjects())
				await this.#connection.run(`drop table temp."${String(name).replaceAll('"', '""')}"`);
		} catch {
			// A database that gave up on itself: the write's own error says so.
		}
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
