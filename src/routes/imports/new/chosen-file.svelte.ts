import { Header } from '$lib/domain/importing/header';
import { previewText, type Preview } from '$lib/domain/preview/preview';
import { decodeStart, readsAsTable } from '$lib/domain/preview/text';
import { UserError } from '$lib/domain/user-error';
import { formatBytes } from '$lib/format/numbers';
import { sentenceOf } from '$lib/format/sentence';
import { m } from '$lib/paraglide/messages';
import type { Look } from '$lib/server/uploads/look';
import { forgetFile, Refused, sendFile } from './calls';

/** Enough for the first rows of any file. */
const previewBytes = 512 * 1024;

/** Rows read for the preview; more than are shown, because columns and their times are judged by them. */
const previewRows = 1000;

let last = 0;

/** A file that the server has from an earlier visit of the page. */
export interface SentFile {
	id: string;
	name: string;
	bytes: number;
	look: Look;
}

/** A file that was chosen: previewed here where it is a text, else by the server, to which it is sent meanwhile. */
export class ChosenFile {
	readonly key = ++last;
	readonly name: string;
	readonly bytes: number;
	/** undefined while it is read, null where there is none. */
	preview = $state.raw<Preview | null | undefined>(undefined);
	header = $state.raw<Header | null>(null);
	/** Sentences to know about the file. */
	notes = $state.raw<readonly string[]>([]);
	/** Whether each of its times carries the offset that holds for it. */
	realOffsets = $state(false);
	/** How much has gone, 0 to 1. */
	sent = $state(0);
	/** Its number on the server. */
	id = $state<string | null>(null);
	/** Why it cannot be imported. */
	problem = $state<string | null>(null);
	readonly #file: File | null;
	readonly #abort = new AbortController();

	private constructor(name: string, bytes: number, file: File | null) {
		this.name = name;
		this.bytes = bytes;
		this.#file = file;
	}

	/** A file of this machine. */
	static chosen(file: File): ChosenFile {
		return new ChosenFile(file.name, file.size, file);
	}

	/** A file that the server has already. */
	static restored({ id, name, bytes, look }: SentFile): ChosenFile {
		const file = new ChosenFile(name, bytes, null);
		file.id = id;
		file.sent = 1;
		file.#take(look);
		return file;
	}

	/** Which files have the same columns. */
	get signature(): string {
		return this.header ? this.header.names.join('\u0000') : `#${this.key}`;
	}

	/** Reads its beginning, where it is a text. */
	async look(): Promise<void> {
		if (!this.#file) return;
		const whole = this.bytes <= previewBytes;
		try {
			const start = new Uint8Array(await this.#file.slice(0, previewBytes).arrayBuffer());
			const text = readsAsTable(start) ? decodeStart(start, whole) : undefined;
			const preview = text === undefined ? undefined : previewText(text, whole, previewRows);
			if (preview) this.#show(preview);
		} catch (error) {
			this.preview = null;
			this.problem =
				error instanceof UserError
					? sentenceOf(error.code, error.params)
					: m.imports_unreadable({ file: this.name });
		}
	}

	/** Sends it for an import in preparation; what the server refuses becomes its problem. */
	async send(draft: string, limit: number): Promise<void> {
		if (!this.#file) return;
		if (this.bytes > limit) {
			this.problem = m.imports_too_large({ file: this.name, limit: formatBytes(limit) });
			return;
		}
		try {
			const { id, look } = await sendFile(this.#file, {
				draft,
				look: !this.preview,
				onSent: (bytes) => (this.sent = this.bytes === 0 ? 1 : Math.min(1, bytes / this.bytes)),
				signal: this.#abort.signal
			});
			this.id = id;
			this.sent = 1;
			if (look) this.#take(look);
		} catch (error) {
			if (this.#abort.signal.aborted) return;
			this.preview ??= null;
			this.problem = error instanceof Refused ? error.message : m.error_unexpected();
		}
	}

	/** Stops sending, or takes it back. */
	async forget(): Promise<void> {
		this.#abort.abort();
		if (this.id !== null) await forgetFile(this.id);
	}

	#take({ preview, realOffsets, notes, problem }: Look): void {
		this.realOffsets = realOffsets;
		this.notes = notes.map(({ code, params }) => sentenceOf(code, params));
		if (problem) this.problem = sentenceOf(problem.code, problem.params);
		try {
			if (preview) this.#show(preview);
			else this.preview = null;
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			this.preview = null;
			this.problem = sentenceOf(error.code, error.params);
		}
	}

	/** @throws UserError of Header */
	#show(preview: Preview): void {
		this.header = new Header(preview.names, this.name);
		this.preview = preview;
	}
}
