import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../../domain/user-error';
import { readSettings } from '../settings';
import type { Queries } from './generated/queries';
import { KeptAnswers } from './kept-answers';
import { openInstance, workFilePrefix } from './open-instance';
import type { OpenInstance } from './open-instance';
import { findQuery } from './queries';
import { Readers } from './readers';
import type { Reading, Transaction } from './reading';
import { runQuery } from './statements';
import type { Name, Params, QueryTypes } from './statements';
import { asStatementError, isFatal } from './store-errors';
import { transactionOf } from './transaction-of';
import { readColumns, readParts, readRows } from './values';
import type { Columns } from './values';
import { Writer } from './writer';
import type { WriteOptions } from './writer';

export type { Reading, Transaction } from './reading';

export interface OpenOptions {
	/** The store's file; its work folder lies beside it. */
	path: string;
	/** The folder that holds `queries/`. */
	home: string;
	/** In DuckDB's notation; the settings' when left out. */
	memoryLimit?: string;
}

/** Answers kept: some readers with some filters each on the heaviest pages. */
const keptLimit = 400;
/** Points of charts that are kept: of a million events 12 MB each. */
const keptArrowLimit = 4;
const readerLimit = 4;
const graceMilliseconds = 5_000;

/** Paths that this process holds: the file's lock does not keep a process from itself. */
const held: Set<string> = ((globalThis as { tepatStorePaths?: Set<string> }).tepatStorePaths ??=
	new Set());

/**
 * Opens a store, makes it when the file is new, and migrates it. There is one owner of a file at a
 * time. Throws UserError: `store_held` {path, pid, program}, `store_newer` {path, version, known},
 * `store_foreign`, `store_is_folder`, `store_not_database`, `store_unreachable`, `disk_full`.
 */
export async function openStore<Q extends QueryTypes = Queries>(
	options: OpenOptions
): Promise<Store<Q>> {
	const path = resolve(options.path);
	if (held.has(path))
		throw new UserError('store_held', { path, pid: process.pid, program: process.title });
	held.add(path);
	try {
		const memoryLimit = options.memoryLimit ?? readSettings().memoryLimit;
		return new Store<Q>(
			path,
			options.home,
			await openInstance({ path, home: options.home, memoryLimit })
		);
	} catch (error) {
		held.delete(path);
		throw error;
	}
}

/** The embedded store: many readers, one writer at a time. Get it from openStore or getStore. */
export class Store<Q extends QueryTypes = Queries> implements Reading<Q> {
	readonly path: string;
	readonly home: string;
	/** The only folder that statements can read files from and write them to. */
	readonly workFolder: string;
	/** Names of the migrations that this opening applied; all of them when the store is new. */
	readonly migrated: readonly string[];
	readonly #opened: OpenInstance;
	readonly #readers: Readers;
	readonly #writer: Writer;
	/** What was opened; itself, unless this is what somebody sees of it. */
	readonly #whole: Store<Q>;
	readonly #units: readonly string[] | undefined;
	readonly #views = new Map<string, Store<Q>>();
	readonly #answers = new KeptAnswers(keptLimit);
	readonly #arrows = new KeptAnswers(keptArrowLimit);
	readonly #listeners = new Set<() => void>();
	#commits = 0;
	#aside: Promise<Writer> | undefined;
	#closing: Promise<void> | undefined;

	constructor(
		path: string,
		home: string,
		opened: OpenInstance,
		view?: { whole: Store<Q>; units: readonly string[] }
	) {
		this.path = path;
		this.home = home;
		this.workFolder = opened.workFolder;
		this.migrated = opened.migrated;
		this.#opened = opened;
		this.#whole = view?.whole ?? this;
		this.#units = view?.units;
		this.#readers = view ? view.whole.#readers : new Readers(opened.instance, readerLimit);
		this.#writer = view ? view.whole.#writer : new Writer(opened.connection, `${path}.wal`);
	}

	/**
	 * The store as somebody sees it who is held to some offices: reads answer the rows of these only, whatever the
	 * query; see bookkeeping/scoped_views.sql. Writes are not held to them: check what is changed by reading it first.
	 * The same codes answer the same object.
	 * @param units codes of offices
	 */
	within(units: readonly string[]): Store<Q> {
		const sorted = [...new Set(units)].sort();
		const key = JSON.stringify(sorted);
		const views = this.#whole.#views;
		let view = views.get(key);
		if (!view) {
			view = new Store(this.path, this.home, this.#opened, { whole: this.#whole, units: sorted });
			views.set(key, view);
		}
		return view;
	}

	/** Whether the store is closed, is closing, or gave up on itself: open it anew. */
	get closed(): boolean {
		return this.#whole.#closing !== undefined;
	}

	/** A fresh path in the work folder; a file left there is removed when the store is next opened. */
	workFile(extension: string): string {
		return join(this.workFolder, `${workFilePrefix}${randomUUID()}.${extension}`);
	}

	all<N extends Name<Q>>(name: N, ...[params]: Params<Q[N]['params']>): Promise<Q[N]['row'][]> {
		return this.#read(async (connection) =>
			readRows(await runQuery(connection, findQuery(this.home, name), params, 'read'))
		);
	}

	async get<N extends Name<Q>>(
		name: N,
		...params: Params<Q[N]['params']>
	): Promise<Q[N]['row'] | undefined> {
		return (await this.all(name, ...params))[0];
	}

	kept<N extends Name<Q>>(
		name: N,
		...params: Params<Q[N]['params']>
	): Promise<readonly Q[N]['row'][]> {
		const whole = this.#whole;
		const key = JSON.stringify([name, this.#units, ...params]);
		return whole.#answers.get(key, whole.#commits, () => this.all(name, ...params));
	}

	columns<N extends Name<Q>>(name: N, ...[params]: Params<Q[N]['params']>): Promise<Columns> {
		return this.#read(async (connection) =>
			readColumns(await runQuery(connection, findQuery(this.home, name), params, 'read'))
		);
	}

	parts<N extends Name<Q>>(
		name: N,
		...[params]: Params<Q[N]['params']>
	): Promise<AsyncIterable<Q[N]['row'][]>> {
		return this.#read(async (connection) =>
			readParts(await runQuery(connection, findQuery(this.home, name), params, 'read'))
		);
	}

	/**
	 * Answers a result of whole numbers as an Arrow IPC stream, for charts of many points; the latest few are kept as kept
	 * does. Do not change it. Throws as readArrow.
	 */
	arrow<N extends Name<Q>>(name: N, ...[params]: Params<Q[N]['params']>): Promise<Uint8Array> {
		const whole = this.#whole;
		return whole.#arrows.get(JSON.stringify([name, this.#units, params]), whole.#commits, () =>
			this.#read(async (connection) => {
				// Charts alone need it: a command line starts without it.
				const { readArrow } = await import('./arrow');
				return readArrow(await runQuery(connection, findQuery(this.home, name), params, 'read'));
			})
		);
	}

	/** Calls `listener` whenever kept answers are answers no more. Answers a function that ends it. */
	onChange(listener: () => void): () => void {
		const listeners = this.#whole.#listeners;
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	/** Waits until nobody writes or reads. */
	async quiet(): Promise<void> {
		await this.#writer.idle();
		await this.#readers.quiet();
	}

	/**
	 * Works out anew what readers asked before the store changed, the latest question first, one at a time and while
	 * nobody else reads, so that the next reader need not wait. Ends when the store changes again or closes.
	 */
	async renewAnswers(): Promise<void> {
		const whole = this.#whole;
		const began = whole.#commits;
		for (const kept of [whole.#answers, whole.#arrows])
			for (const renew of kept.outdated(began)) {
				await this.quiet();
				if (whole.#commits !== began || this.closed) return;
				// Whoever asks next is told what is wrong.
				await renew().catch(() => undefined);
			}
	}

	/**
	 * Waits for its turn and runs `work` in one transaction: committed when it answers, rolled back
	 * when it throws or `signal` is aborted (then throws its reason). Temporary tables live until its
	 * end. Throws what `work` throws; `disk_full` and `memory_full` as UserError. A write inside a
	 * write is refused: pass the transaction on.
	 */
	async write<T>(
		work: (transaction: Transaction<Q>) => Promise<T>,
		options: WriteOptions = {}
	): Promise<T> {
		return this.writePrepared(() => Promise.resolve(), work, options);
	}

	/**
	 * As write; before its transaction, but after waiting for its turn, `prepare` runs: it can read the store and fill
	 * temporary tables, and nothing else. What is large is made there: inside of a transaction the rows that it adds
	 * are read several times slower.
	 */
	async writePrepared<P, T>(
		prepare: (draft: Transaction<Q>) => Promise<P>,
		work: (transaction: Transaction<Q>, prepared: P) => Promise<T>,
		options: WriteOptions = {}
	): Promise<T> {
		return this.#guarded(async () => {
			try {
				return await this.#writer.transaction(
					(step) => prepare(transactionOf<Q>(this.home, step)),
					(step, prepared) => work(transactionOf<Q>(this.home, step), prepared),
					options
				);
			} finally {
				// A commit that fails late may have come to be.
				this.#whole.#changed();
			}
		});
	}

	/**
	 * As write, but beside the line of imports, which can hold it for minutes: for the short writes of sign-ins and of
	 * the record of who did what. The tables that are written here are never written by `write`: two transactions that
	 * change the same rows at once do not both succeed. Answers that are kept stay, unless `anew` says that they rest on it.
	 */
	async writeAside<T>(
		work: (transaction: Transaction<Q>) => Promise<T>,
		{ anew = false }: { anew?: boolean } = {}
	): Promise<T> {
		return this.#guarded(async () => {
			const aside = await (this.#whole.#aside ??= this.#connectAside());
			try {
				return await aside.transaction(
					() => Promise.resolve(undefined),
					(step) => work(transactionOf<Q>(this.home, step)),
					{}
				);
			} finally {
				if (anew) this.#whole.#changed();
			}
		});
	}

	async #connectAside(): Promise<Writer> {
		return new Writer(await this.#opened.instance.connect(), `${this.path}.wal`);
	}

	/** Moves what was committed from the log into the file. */
	checkpoint(): Promise<void> {
		return this.#guarded(() => this.#writer.alone((connection) => connection.run('checkpoint')));
	}

	/**
	 * Refuses new work, waits for what runs (what takes longer than `grace` milliseconds
	 * is interrupted, a write rolled back), checkpoints and gives the file free. Can be called twice.
	 */
	close(grace: number = graceMilliseconds): Promise<void> {
		return (this.#whole.#closing ??= this.#whole.#close(grace));
	}

	async #close(grace: number): Promise<void> {
		let impatience: NodeJS.Timeout | undefined;
		const timer = setTimeout(() => {
			impatience = setInterval(() => {
				this.#writer.interrupt();
				this.#readers.interrupt();
			}, 20);
		}, grace);
		try {
			await this.#writer.idle();
			await (await this.#aside)?.idle();
			await this.#readers.close();
			clearTimeout(timer);
			clearInterval(impatience);
			// What cannot be checkpointed now stays in the log, and the next opening reads it.
			await this.#opened.connection.run('checkpoint').catch(() => undefined);
		} finally {
			(await this.#aside)?.close();
			this.#writer.close();
			this.#opened.instance.closeSync();
			held.delete(this.path);
		}
	}

	#changed(): void {
		this.#commits++;
		for (const listener of this.#listeners) listener();
	}

	#read<T>(read: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
		return this.#guarded(() => this.#readers.use(read, this.#units));
	}

	async #guarded<T>(work: () => Promise<T>): Promise<T> {
		if (this.closed) throw new UserError('store_closed', { path: this.path });
		try {
			return await work();
		} catch (error) {
			// The next caller opens it anew; until the file is free, that caller is told that it is held.
			if (isFatal(error)) void this.close(0);
			throw asStatementError(error, this.path);
		}
	}
}
