import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { userInfo } from 'node:os';
import { isField } from '$lib/domain/importing/fields';
import type { Field } from '$lib/domain/importing/fields';
import { parseSop } from '$lib/domain/sop/parse';
import { UserError } from '$lib/domain/user-error';
import { rejectReason } from '$lib/format/rejects';
import { noteImportUnits } from '$lib/server/accounts/import-units';
import { recordAct } from '$lib/server/audit/append';
import { importedAct, undoneAct } from '$lib/server/audit/import-acts';
import { importFiles } from '$lib/server/importing/import-files';
import type { FileResult, ImportOptions, ImportProgress } from '$lib/server/importing/types';
import { undoImport } from '$lib/server/importing/undo';
import { registerSop } from '$lib/server/reference/sops/versions';
import { resolveArgument } from '$lib/server/settings';
import { keepRecords } from '$lib/server/uploads/history';
import { keepOriginal } from '$lib/server/uploads/originals';
import { m } from '$lib/paraglide/messages';
import { terminal, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, writeTable } from '../output';
import { UsageError } from '../usage';

export const importCommand: Command = {
	options: {
		profile: { type: 'string' },
		sop: { type: 'string' },
		unit: { type: 'string' },
		map: { type: 'string', multiple: true },
		'time-format': { type: 'string', multiple: true },
		offsets: { type: 'string' },
		log: { type: 'string' }
	},
	run: async (call) => {
		const { map, files } = splitWords(call);
		if (files.length === 0) throw new UsageError('cli_argument_missing', { argument: 'FILE' });
		const sop = await readSopOption(text(call, 'sop'));
		const given = files.map((file) => ({ path: resolveArgument(file), name: basename(file) }));
		const result = await call.withStore(async (store) => {
			const imported = await importFiles({
				store,
				files: given,
				profile: text(call, 'profile') ?? undefined,
				sop,
				unit: text(call, 'unit') ?? undefined,
				log: text(call, 'log') ?? undefined,
				map,
				timeFormats: list(call, 'time-format'),
				offsets: readOffsets(text(call, 'offsets')),
				parquet: true,
				by: userInfo().username,
				now: call.now,
				onProgress: process.stderr.isTTY ? showProgress : undefined
			});
			await keepRecords(store);
			for (const [index, { sha256 }] of imported.files.entries()) {
				const path = given[index]?.path;
				if (path !== undefined) await keepOriginal(store, { path, sha256 });
			}
			await noteImportUnits(store);
			await recordAct(store, terminal(), importedAct(imported), call.now);
			return imported;
		});
		if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
		if (call.json)
			writeJson({
				import: result.import,
				cases: result.cases,
				files: result.files.map((file) => ({ import: file.sameAs ?? result.import, ...file }))
			});
		else report(result.import, result.files);
		return 0;
	}
};

export const undoCommand: Command = {
	options: {},
	run: async (call) => {
		const [word, ...rest] = call.positionals;
		if (word === undefined) throw new UsageError('cli_argument_missing', { argument: 'IMPORT' });
		const number = Number(word);
		if (!Number.isSafeInteger(number) || number < 1 || rest.length > 0)
			throw new UsageError('cli_import_number', { value: [word, ...rest].join(' ') });
		const result = await call.withStore(async (store) => {
			const undone = await undoImport({ store, import: number, now: call.now });
			await recordAct(store, terminal(), undoneAct(number, undone), call.now);
			return undone;
		});
		if (call.json) writeJson({ import: number, ...result });
		else tell(m.cli_undone({ import: number }));
		return 0;
	}
};

function report(number: number | null, files: readonly FileResult[]): void {
	writeTable(
		['file', 'profile', 'rows', 'used', 'duplicates', 'rejected', 'events'],
		files.map((file) => [
			file.file,
			file.profile,
			file.rows,
			file.used,
			file.duplicates,
			file.rejected,
			file.events
		])
	);
	for (const file of files)
		for (const reject of file.rejects)
			tell(
				m.cli_reject({
					file: file.file,
					row: reject.row,
					column: reject.column ?? '—',
					value: reject.value ?? '—',
					reason: rejectReason(reject.reason)
				})
			);
	const sum = (key: 'used' | 'duplicates' | 'rejected') =>
		files.reduce((total, file) => total + file[key], 0);
	if (files.every((file) => file.sameAs !== null))
		tell(m.cli_import_unchanged({ import: number ?? 0 }));
	else
		tell(
			m.cli_imported({
				import: number ?? 0,
				used: sum('used'),
				duplicates: sum('duplicates'),
				rejected: sum('rejected')
			})
		);
}

/** `--map` takes several pairs: `--map case=ID activity=LANGKAH file.csv`; a word that names a field is one. */
function splitWords(call: Call): {
	map: Partial<Record<Field, string>> | undefined;
	files: string[];
} {
	const pairs = list(call, 'map');
	const files: string[] = [];
	for (const word of call.positionals) {
		const field = word.slice(0, Math.max(0, word.indexOf('=')));
		if (pairs.length > 0 && isField(field)) pairs.push(word);
		else files.push(word);
	}
	if (pairs.length === 0) return { map: undefined, files };
	const map: Partial<Record<Field, string>> = {};
	for (const pair of pairs) {
		const at = pair.indexOf('=');
		const field = pair.slice(0, Math.max(0, at)).trim();
		const column = pair.slice(at + 1).trim();
		if (at < 1 || column === '') throw new UsageError('cli_map', { value: pair });
		if (!isField(field)) throw new UsageError('import_field_unknown', { field });
		map[field] = column;
	}
	return { map, files };
}

function list(call: Call, name: string): string[] {
	const value = call.options[name];
	return Array.isArray(value) ? [...value] : [];
}

function readOffsets(value: string | null): ImportOptions['offsets'] {
	if (value === null || value === 'false' || value === 'real') return value ?? undefined;
	throw new UsageError('cli_offsets', { value });
}

/** The id of an SOP of the catalogue, or a file that is registered in the transaction of the import. */
async function readSopOption(value: string | null): Promise<ImportOptions['sop']> {
	if (value === null) return undefined;
	if (!/\.ya?ml$/i.test(value)) return value;
	const path = resolveArgument(value);
	const content = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new UserError('cli_sop_file', { file: value }, cause);
	});
	const sop = parseSop(content, basename(value));
	return (tx) => registerSop(tx, sop);
}

function showProgress({ phase, file, fraction }: ImportProgress): void {
	const share = fraction === undefined ? '' : ` ${Math.round(fraction * 100)} %`;
	process.stderr.write(`\r\u001B[K${m[`cli_phase_${phase}`]()}${share} ${file ?? ''}`);
}
