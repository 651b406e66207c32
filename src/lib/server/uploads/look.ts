import { open, rm } from 'node:fs/promises';
import { previewText, type Preview } from '$lib/domain/preview/preview';
import { decodeStart, readsAsTable } from '$lib/domain/preview/text';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../database/store';
import { stageFile } from '../importing/staging/stage-file';
import type { StagedFile } from '../importing/staging/staged-file';
import type { Upload } from './uploads';

/** What the server sees of a file's beginning, as the browser sees it of a text. */
export interface Look {
	/** null where there is nothing to show. */
	preview: Preview | null;
	/** Whether every time of the file carries the offset that holds for it, as an event log's does. */
	realOffsets: boolean;
	/** Things to know about the file: codes and places of sentences (`error_<code>`). */
	notes: StagedFile['notes'];
	/** Why it cannot be read, as the code and places of a sentence; null where it can. */
	problem: { code: string; params: Record<string, string | number> } | null;
}

const previewBytes = 512 * 1024;
const previewRows = 1000;

/**
 * Looks at the beginning of a file that waits: of a text as the browser does, of a workbook, an event log or anything
 * compressed after laying it out as a table. What was seen is kept with the file.
 */
export async function lookAtUpload(store: Store, upload: Upload): Promise<Look> {
	const row = await store.get('uploads/drafts/look', { upload: upload.id });
	if (row?.look) return JSON.parse(row.look) as Look;
	const look = await lookAtFile(store, upload);
	await store.writeAside((tx) =>
		tx.run('uploads/drafts/keep_look', { upload: upload.id, look: JSON.stringify(look) })
	);
	return look;
}

/** Looks at the beginning of any file, and keeps nothing of it. */
export async function lookAtFile(
	store: Store,
	source: { path: string; name: string }
): Promise<Look> {
	const nothing: Look = { preview: null, realOffsets: false, notes: [], problem: null };
	const start = await readStart(source.path);
	const whole = start.length < previewBytes;
	const text = readsAsTable(start) ? decodeStart(start, whole) : undefined;
	if (text !== undefined) {
		const preview = previewText(text, whole, previewRows);
		if (preview) return { ...nothing, preview };
	}
	const target = store.workFile('look');
	try {
		const staged = await stageFile(source, target);
		const preview = await previewStaged(staged);
		const { notes, hints } = staged;
		return { preview, realOffsets: hints.offsets === 'real', notes, problem: null };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { code, params } = error;
		return { ...nothing, problem: { code, params } };
	} finally {
		await rm(target, { force: true });
	}
}

async function previewStaged(staged: StagedFile): Promise<Preview | null> {
	const start = await readStart(staged.path);
	const whole = start.length < previewBytes;
	const text = decodeStart(start, whole);
	if (text === undefined) return null;
	if (staged.container === 'json') return previewText(text, whole, previewRows) ?? null;
	// The header was replaced by a line of plain names when the file was laid out.
	const header = staged.names.map(quoted).join(staged.delimiter);
	const rows = text.slice(text.indexOf('\n'));
	return previewText(header + rows, whole, previewRows, staged.delimiter) ?? null;
}

async function readStart(path: string): Promise<Uint8Array> {
	const file = await open(path, 'r');
	try {
		const buffer = Buffer.alloc(previewBytes);
		const { bytesRead } = await file.read(buffer, 0, previewBytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

function quoted(cell: string): string {
	return `"${cell.replaceAll('"', '""')}"`;
}
