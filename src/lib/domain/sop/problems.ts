import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { UserError } from '../user-error';
import { parseSop } from './parse';
import { sopFileSchema } from './schema';
import type { Sop } from './types';

/** What keeps an SOP file from being read, and on which line of it. */
export interface SopProblem {
	/** From 1; null where it lies on no line, as what is missing altogether. */
	line: number | null;
	error: UserError;
}

/** What a file says, or everything that keeps it from being said: problems in the order of their lines. */
export type CheckedSop =
	{ sop: Sop; problems: readonly [] } | { sop: null; problems: readonly SopProblem[] };

/**
 * Reads an SOP file as parseSop does, and tells all that is wrong with it by line: each error of the YAML, else each value that the
 * form of the file does not allow, else what does not fit together, of which there is one at a time.
 * @param file name used in errors
 */
export function checkSop(text: string, file: string): CheckedSop {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter });
	const lineAt = (offset: number | undefined) =>
		offset === undefined ? null : counter.linePos(offset).line;
	if (document.errors.length > 0)
		return refused(
			document.errors.map((problem) => {
				const line = problem.linePos?.[0].line ?? lineAt(problem.pos[0]);
				const params = { file, line: line ?? 0, text: problem.message.split('\n')[0] ?? '' };
				return { line, error: new UserError('sop_yaml', params) };
			})
		);
	const raw: unknown = document.toJS();
	const parsed = sopFileSchema.safeParse(raw);
	if (!parsed.success)
		return refused(
			parsed.error.issues.map(({ path, message }) => {
				const value = document.getIn(path);
				const field = path.map(String).join('.') || '—';
				const shown = value === undefined || isMap(value) || isSeq(value) ? '' : String(value);
				return {
					line: lineAt(offsetOf(document, path)),
					error: new UserError('sop_field', { field, text: shown.slice(0, 120), problem: message })
				};
			})
		);
	try {
		return { sop: parseSop(text, file), problems: [] };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return refused([{ line: lineAt(stepOffset(document, error.params['step'])), error }]);
	}
}

function refused(problems: SopProblem[]): CheckedSop {
	const place = ({ line }: SopProblem) => line ?? Infinity;
	return { sop: null, problems: problems.sort((a, b) => place(a) - place(b)) };
}

/** Where a value stands; of one that is missing, where what should hold it stands. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
	for (let length = path.length; length >= 0; length--) {
		const node: unknown = document.getIn(path.slice(0, length), true);
		if (isScalar(node) || isMap(node) || isSeq(node)) return node.range?.[0];
	}
	return undefined;
}

/** Where the step or limit stands that an error names by its number or id. */
function stepOffset(document: Document, named: unknown): number | undefined {
	for (const list of ['steps', 'limits']) {
		const rows: unknown = document.get(list);
		if (!isSeq(rows)) continue;
		for (const row of rows.items) {
			if (!isMap(row)) continue;
			const own = [row.get('no'), row.get('id')].map(String);
			if (own.includes(String(named))) return row.range?.[0];
		}
	}
	return undefined;
}
