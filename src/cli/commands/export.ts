import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '$lib/domain/user-error';
import { LOG_FORMATS, writeLog } from '$lib/server/reading/interchange/log-file';
import { chooseFormat, MODEL_FORMATS, modelFile } from '$lib/server/reading/interchange/model-file';
import { resolveArgument } from '$lib/server/settings';
import { m } from '$lib/paraglide/messages';
import { callScope, scopeOptions, text } from '../command';
import type { Call, Command } from '../command';
import { tell, writeJson, written } from '../output';
import { UsageError } from '../usage';
import { chooseVersion } from './sop';

/**
 * `export --format xes|csv` writes the log of a scope, `export SOP --format bpmn|pnml [--version DATE]` an SOP: to a file with --out, else
 * to standard output.
 */
export const exportCommand: Command = {
	options: {
		...scopeOptions,
		format: { type: 'string' },
		out: { type: 'string' },
		version: { type: 'string' }
	},
	run: async (call) => {
		const [id, word] = call.positionals;
		if (word !== undefined) throw new UsageError('cli_no_arguments', { word });
		await (id === undefined ? exportLog(call) : exportSop(call, id));
		return 0;
	}
};

function exportLog(call: Call): Promise<void> {
	const format = choose(LOG_FORMATS, text(call, 'format') ?? 'xes');
	return call.withStore(async (store) => {
		const log = writeLog(store, { scope: await callScope(call, store), format });
		const out = text(call, 'out');
		if (out === null) {
			for await (const piece of log) process.stdout.write(piece);
			return;
		}
		const file = resolveArgument(out);
		await written(file, pipeline(Readable.from(log), createWriteStream(file)));
		if (call.json) writeJson({ file });
		else tell(m.interchange_cli_log_written({ file }));
	});
}

function exportSop(call: Call, id: string): Promise<void> {
	const format = choose(MODEL_FORMATS, text(call, 'format') ?? 'bpmn');
	return call.withStore(async (store) => {
		const sop = await chooseVersion(store, id, text(call, 'version'));
		const out = text(call, 'out');
		if (out === null) {
			process.stdout.write(modelFile(sop, format));
			return;
		}
		const file = resolveArgument(out);
		await written(file, writeFile(file, modelFile(sop, format)));
		if (call.json) writeJson({ file });
		else tell(m.interchange_cli_model_written({ sop: id, file }));
	});
}

/** A format that is not there is a call that does not fit. */
function choose<F extends string>(formats: readonly F[], format: string): F {
	try {
		return chooseFormat(formats, format);
	} catch (error) {
		throw error instanceof UserError ? new UsageError(error.code, error.params) : error;
	}
}
