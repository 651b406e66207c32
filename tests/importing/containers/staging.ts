import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll } from 'vitest';
import { UserError } from '$lib/domain/user-error';
import type { StagedFile, StagingOptions } from '$lib/server/importing/staging/stage-file';
import { stageFile } from '$lib/server/importing/staging/stage-file';

/** A folder for the tests of a file, in which files are staged. */
export class StagingFolder {
	#path = '';
	#count = 0;

	constructor() {
		beforeAll(async () => {
			this.#path = await mkdtemp(join(tmpdir(), 'tepat-staging-'));
		});
		afterAll(() => rm(this.#path, { recursive: true, force: true }));
	}

	/** Stages a file of this content; answers what is said of it and the text that the database would read. */
	async stage(
		name: string,
		content: string | Uint8Array,
		options?: StagingOptions
	): Promise<{ staged: StagedFile; text: string }> {
		const number = this.#count++;
		const path = join(this.#path, `source-${number}`);
		const target = join(this.#path, `staged-${number}`);
		await writeFile(path, content);
		const staged = await stageFile({ path, name }, target, undefined, options);
		return { staged, text: await readFile(target, 'utf8') };
	}

	/** The rows of the CSV that a file is staged as, each by the names of its columns. */
	async rows(name: string, content: string | Uint8Array): Promise<Record<string, string>[]> {
		const { staged, text } = await this.stage(name, content);
		const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: staged.delimiter });
		return data
			.slice(1)
			.map((cells) => Object.fromEntries(staged.names.map((key, at) => [key, cells[at] ?? ''])));
	}

	/** What staging is refused with. */
	async refusal(
		name: string,
		content: string | Uint8Array,
		options?: StagingOptions
	): Promise<{ code: string; params: Record<string, string | number> }> {
		try {
			await this.stage(name, content, options);
		} catch (error) {
			if (error instanceof UserError) return { code: error.code, params: error.params };
			throw error;
		}
		throw new Error('was not refused');
	}

	/** Names of what staging wrote and left. */
	async targets(): Promise<string[]> {
		return (await readdir(this.#path)).filter((name) => !name.startsWith('source-'));
	}
}
