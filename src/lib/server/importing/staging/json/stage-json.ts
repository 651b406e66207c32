import type { FileHandle } from 'node:fs/promises';
import type { Note } from '$lib/domain/importing/about-file';
import { JsonLines } from './json-lines';
import { JsonObjects } from './json-objects';
import type { TextForm } from '../sniff';
import type { TextFile } from '../text-file';

/**
 * Copies a JSON text as one array: an array as it is, the rows of an answer of INAPROC (`{success, data: […], meta}`,
 * one or several after each other), or the objects of a text with one per line. No value is parsed and written anew,
 * so that long numbers stay exact.
 * @throws UserError of JsonObjects and JsonLines; those of TextFile
 */
export async function stageJson(
	text: TextFile,
	output: FileHandle,
	form: Extract<TextForm, 'array' | 'object'>
): Promise<{ notes: Note[] }> {
	if (form === 'array') {
		for await (const chunk of text.chunks()) await output.writev([chunk]);
		return { notes: [] };
	}
	const objects = new JsonObjects(text.file);
	let lines: JsonLines | undefined;
	const write = async (pieces: Buffer[]) => {
		if (pieces.length > 0) await output.writev(pieces);
	};
	for await (const chunk of text.chunks()) {
		if (!lines) {
			await write(objects.push(chunk));
			if (!objects.records) continue;
			lines = new JsonLines(text.file);
			await write(lines.push(objects.records));
		} else await write(lines.push(chunk));
	}
	await write(lines ? lines.end() : objects.end());
	return { notes: objects.notes };
}
