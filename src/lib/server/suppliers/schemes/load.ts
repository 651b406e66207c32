import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { schemeSchema, type Scheme } from '$lib/domain/evaluations/scheme';
import { UserError } from '$lib/domain/user-error';

const folder = 'data/evaluation-schemes';

/** The scheme of imported evaluations of packages, and that of sheets made in the product. */
export const PACKAGE_SCHEME = 'lkpp-4-2021';
export const SERVICE_SCHEME = 'pendukung-layanan';

/** Reads one scheme. Throws UserError `scheme_broken` {file, line, place, detail}. */
export function parseScheme(text: string, file: string): Scheme {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	const [problem] = document.errors;
	if (problem)
		throw new UserError(
			'scheme_broken',
			{ file, line: lines.linePos(problem.pos[0]).line, place: '', detail: problem.message },
			problem
		);
	const parsed = schemeSchema.safeParse(valueOf(document, file));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		const path = issue?.path ?? [];
		let line = 1;
		// A missing value has no place of its own: its nearest container has.
		for (let length = path.length; length > 0; length--) {
			const node = document.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) {
				line = lines.linePos(node.range[0]).line;
				break;
			}
		}
		const place = path.map(String).join('.');
		throw new UserError(
			'scheme_broken',
			{ file, line, place, detail: issue?.message ?? '' },
			parsed.error
		);
	}
	return parsed.data;
}

/** What a document holds; one whose aliases repeat too much is refused, as it could fill the memory. */
function valueOf(document: Document, file: string): unknown {
	try {
		return document.toJS();
	} catch (cause) {
		if (!(cause instanceof ReferenceError)) throw cause;
		throw new UserError(
			'scheme_broken',
			{ file, line: 1, place: '', detail: cause.message },
			cause
		);
	}
}

/**
 * Every scheme of `<home>/data/evaluation-schemes/*.yaml`, by id. Throws as parseScheme; `scheme_file_name` {file, id}
 * where a file is not named as its scheme, `scheme_folder` {folder}.
 */
export function loadSchemes(home: string): Scheme[] {
	const root = join(home, folder);
	let names: string[];
	try {
		names = readdirSync(root).filter((name) => name.endsWith('.yaml'));
	} catch (cause) {
		throw new UserError('scheme_folder', { folder: root }, cause);
	}
	return names.sort().map((name) => {
		const file = `${folder}/${name}`;
		const scheme = parseScheme(readFileSync(join(root, name), 'utf8'), file);
		if (name !== `${scheme.id}.yaml`)
			throw new UserError('scheme_file_name', { file, id: scheme.id });
		return scheme;
	});
}
