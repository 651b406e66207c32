import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '$lib/domain/user-error';
import { checkImport } from '$lib/server/importing/import-files';
import type { FileResult } from '$lib/server/importing/types';
import { undoImport } from '$lib/server/importing/undo';
import { Bench, now } from '../store';
import type { Damaged } from './damage';
import { damaged } from './damage';

/** How many variants go by between two comparisons of the whole store. */
const between = 50;

/**
 * Imports damaged variants and takes back those that come in; every third one is checked instead. The store is
 * compared with what it was before them.
 * @param given.first number of the first variant
 * @returns how many variants came to each outcome: `imported`, `checked`, or the code of the refusal
 * @throws Error with the variant's number, kind and path when something else is thrown, rows are not accounted for, or
 * the store has changed
 */
export async function importDamaged(given: {
	variants: number;
	first: number;
	report: (line: string) => void;
}): Promise<Record<string, number>> {
	const { variants, first, report } = given;
	const bench = await Bench.open();
	const outcomes: Record<string, number> = {};
	try {
		const before = JSON.stringify(await bench.dump());
		for (let done = 1; done <= variants; done++) {
			const number = first + done - 1;
			const variant = damaged(number);
			try {
				const outcome = await importOne(bench, variant, number % 3 === 0);
				outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
				if (done % between === 0 || done === variants) {
					if (JSON.stringify(await bench.dump()) !== before)
						throw new Error(`the store has changed within the last ${between} variants`);
					if ((await bench.leftovers()).length > 0) throw new Error('files are left');
				}
			} catch (error) {
				const path = join(tmpdir(), `damaged-${number}-${variant.name}`);
				await writeFile(path, variant.content);
				throw new Error(`variant ${number}, ${variant.kind}, kept as ${path}`, { cause: error });
			}
			if (done % 500 === 0) report(`${done} of ${variants}`);
		}
		return outcomes;
	} finally {
		await bench.close();
	}
}

async function importOne(bench: Bench, variant: Damaged, check: boolean): Promise<string> {
	const { name, content } = variant;
	const file = await bench.file(name, content);
	try {
		if (check) {
			const { files } = await checkImport({ store: bench.store, files: [file], by: 'tester', now });
			files.forEach(expectAccounted);
			return 'checked';
		}
		const result = await bench.import([file]);
		result.files.forEach(expectAccounted);
		if (result.import !== null)
			await undoImport({ store: bench.store, import: result.import, now });
		return 'imported';
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		if (error.params['file'] !== name)
			throw new Error(`${error.code} does not name the file`, { cause: error });
		return error.code;
	} finally {
		await rm(file.path, { force: true });
	}
}

function expectAccounted({ rows, used, duplicates, rejected }: FileResult): void {
	if (rows !== used + duplicates + rejected)
		throw new Error(`${rows} rows are not ${used} + ${duplicates} + ${rejected}`);
}
