import { Header } from '$lib/domain/importing/header';
import type { Plan } from '$lib/domain/importing/plan';
import { UserError } from '$lib/domain/user-error';
import type { Transaction } from '../database/store';
import { QueryError } from '../database/statements';
import type { StagedFile } from './staging/stage-file';

/** The fields as the staging table calls them. */
const stagedFields = {
	case: 'case_key',
	activity: 'activity',
	step: 'step',
	started: 'started',
	completed: 'completed',
	actor: 'actor',
	role: 'role',
	unit: 'unit',
	unit_name: 'unit_name',
	requirements: 'requirements',
	outputs: 'outputs',
	status: 'status',
	stated_at: 'stated_at',
	parent: 'parent'
} as const;

type StagedPositions = Record<(typeof stagedFields)[keyof typeof stagedFields], number | null>;

/**
 * The header of a staged file; of a JSON array or a Parquet file, whose rows are read for it into `staged_json`, the keys
 * of its objects. Answers how many records the file has.
 * @throws UserError of Header; `import_no_rows`, `import_json_broken` {file, detail}, `import_parquet_broken` {file}
 */
export async function readHeader(
	tx: Transaction,
	file: StagedFile
): Promise<{ header: Header; records: number }> {
	if (file.container === 'csv')
		return { header: new Header(file.names, file.name), records: file.records };
	await tx.run('staging/40_import/01_staged_json');
	const read =
		file.container === 'json' ? 'importing/stage/json_elements' : 'importing/stage/parquet_rows';
	const records = await tx.run(read, { path: file.path }).catch((error: unknown) => {
		throw file.container === 'parquet' && error instanceof QueryError
			? new UserError('import_parquet_broken', { file: file.name }, error)
			: asReadError(error, file.name);
	});
	const keys = await tx.all('importing/stage/json_keys');
	if (keys.length === 0) throw new UserError('import_no_rows', { file: file.name });
	return {
		header: new Header(
			keys.map(({ name }) => name),
			file.name
		),
		records
	};
}

/**
 * Reads a staged file into the table `staged`, and sets records that cannot be read aside in `staged_reject`. Answers
 * how many could be read.
 * @throws UserError `import_unreadable_csv` {file}, `import_count` {file, records, found} when records got lost
 */
export async function readRecords(
	tx: Transaction,
	given: { file: StagedFile; number: number; plan: Plan; records: number; explicit: boolean }
): Promise<number> {
	const { file, number, plan, explicit } = given;
	if (file.container !== 'csv') {
		const unreadable = await tx.run('importing/stage/json_rejects', { file: number });
		const paths = plan.columns.map((name) => `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`);
		await tx.run('importing/stage/json_cells', { paths, explicit, ...positions(plan) });
		const readable = await layOut(tx);
		expectAll(file, given.records, readable + unreadable);
		await tx.run('staging/40_import/01_staged_json');
		return readable;
	}
	const { path, delimiter } = file;
	await (
		needsCells(plan)
			? tx.run('importing/stage/csv_cells', {
					path,
					delimiter,
					explicit,
					names: plan.columns.map((_, index) => `c${index}`),
					...positions(plan)
				})
			: tx.run('importing/stage/csv_fields', {
					path,
					delimiter,
					explicit,
					names: fieldNames(plan)
				})
	).catch((error: unknown) => {
		throw asReadError(error, file.name);
	});
	const readable = await layOut(tx);
	if (readable === given.records && file.broken.length === 0) return readable;
	const columns = [...plan.columns];
	const unreadable = await tx.run('importing/stage/csv_rejects', { file: number, columns });
	expectAll(file, given.records, readable + unreadable);
	if (file.broken.length > 0)
		await tx.run('importing/stage/broken_records', {
			file: number,
			records: file.broken.map(({ record }) => record),
			texts: file.broken.map(({ text }) => text),
			reasons: file.broken.map(({ reason }) => reason)
		});
	return readable;
}

/** Shows the fields that were staged under all columns; answers how many records there are. */
async function layOut(tx: Transaction): Promise<number> {
	await tx.run('staging/40_import/03_staged');
	return (await tx.get('importing/stage/count_staged'))?.records ?? 0;
}

function needsCells(plan: Plan): boolean {
	return plan.profile.form === 'wide' || plan.attributes.length > 0 || plan.snapshot !== undefined;
}

function fieldNames(plan: Plan): string[] {
	const names = plan.columns.map((_, index) => `x_${index}`);
	for (const [field, position] of Object.entries(plan.fields))
		if (position !== undefined) names[position] = stagedFields[field as keyof typeof stagedFields];
	return names;
}

function positions(plan: Plan): StagedPositions {
	const entries = Object.entries(stagedFields).map(([field, column]) => {
		const position = plan.fields[field as keyof typeof stagedFields];
		return [column, position === undefined ? null : position + 1];
	});
	return Object.fromEntries(entries) as StagedPositions;
}

function expectAll(file: StagedFile, records: number, found: number): void {
	if (records !== found) throw new UserError('import_count', { file: file.name, records, found });
}

function asReadError(error: unknown, file: string): unknown {
	if (!(error instanceof QueryError)) return error;
	const malformed = /Malformed JSON in file .*?, (at byte .*)/.exec(error.message);
	if (malformed)
		return new UserError('import_json_broken', { file, detail: malformed[1] ?? '' }, error);
	if (/Expected top-level JSON array|maximum_object_size|JSON/.test(error.message))
		return new UserError('import_json_broken', { file, detail: '' }, error);
	if (/sniffing file|CSV Error/.test(error.message))
		return new UserError('import_unreadable_csv', { file }, error);
	return error;
}
