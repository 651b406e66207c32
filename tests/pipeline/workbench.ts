import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importFiles } from '$lib/server/importing/import-files';
import type { ImportOptions } from '$lib/server/importing/types';
import { openProduct } from '$lib/server/product';
import type { Store } from '$lib/server/database/store';
import { WHOLE } from '$lib/server/reading/scope';

/** The instant at which tests import: after every event they make. */
export const NOW = '2026-11-20T00:00:00';

/** A real store in a folder of its own, and the few things that tests do with it. */
export class Workbench {
	private constructor(
		readonly folder: string,
		readonly store: Store
	) {}

	static async open(): Promise<Workbench> {
		const folder = mkdtempSync(join(tmpdir(), 'tepat-test-'));
		const store = await openProduct({
			path: join(folder, 'tepat.duckdb'),
			home: resolve(import.meta.dirname, '../..')
		});
		return new Workbench(folder, store);
	}

	async close(): Promise<void> {
		await this.store.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** Writes a file and answers its path. */
	file(name: string, content: string | Buffer): string {
		const path = join(this.folder, name);
		writeFileSync(path, content);
		return path;
	}

	/** Imports a CSV of the fields' own names; rows are lines without the header. */
	async import(
		header: string,
		rows: string[],
		options: Partial<ImportOptions> & { name?: string } = {}
	) {
		const name = options.name ?? 'log.csv';
		const path = this.file(name, [header, ...rows, ''].join('\n'));
		return importFiles({
			store: this.store,
			files: [{ path, name }],
			by: 'test',
			now: NOW,
			...options
		});
	}

	/** The measurements of a case, by basis, step and occurrence. */
	async measurements(caseKey: string) {
		const found = (await this.store.all('reading/cases', WHOLE)).find(
			(row) => row.case_key === caseKey
		);
		if (!found) throw new Error(`no case ${caseKey}`);
		return this.store.all('cases/measurements', { case_id: found.case_id });
	}

	/** The state of a case. */
	async state(caseKey: string) {
		return (await this.store.all('reading/cases', WHOLE)).find((row) => row.case_key === caseKey);
	}
}
