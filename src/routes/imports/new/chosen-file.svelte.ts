import { Header } from '$lib/domain/importing/header';
import { previewText, type Preview } from '$lib/domain/preview/preview';
import { decodeStart } from '$lib/domain/preview/text';
import { UserError } from '$lib/domain/user-error';
import { formatBytes } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import { forgetFile, Refused, sendFile } from './calls';

/** Enough for the first rows of any file. */
const previewBytes = 512 * 1024;

/** Rows read for the preview; more than are shown, because the times of a column are judged by them. */
const previewRows = 200;

let last = 0;

/** A file that was chosen: previewed here, sent to the server meanwhile. */
export class ChosenFile {
	readonly key = ++last;
	readonly name: string;
	readonly bytes: number;
	/** undefined while it is read, null where there is none. */
	preview = $state.raw<Preview | null | undefined>(undefined);
	header = $state.raw<Header | null>(null);
	/** How much has gone, 0 to 1. */
	sent = $state(0);
	/** Its number on the server. */
	id = $state<string | null>(null);
	/** Why it cannot be imported. */
	problem = $state<string | null>(null);
	readonly #file: File;
	readonly #abort = new AbortController();

	constructor(file: File) {
		this.#file = file;
		this.name = file.name;
		this.bytes = file.size;
	}

	/** Which files have the same columns. */
	get signature(): string {
		return this.header ? this.header.names.join('\u0000') : `#${this.key}`;
	}

	/** Reads its beginning. */
	async look(): Promise<void> {
		const whole = this.bytes <= previewBytes;
		try {
			const start = await this.#file.slice(0, previewBytes).arrayBuffer();
			const text = decodeStart(new Uint8Array(start), whole);
			const preview = text === undefined ? undefined : previewText(text, whole, previewRows);
			if (preview) this.header = new Header(preview.names, this.name);
			this.preview = preview ?? null;
		} catch (error) {
			this.preview = null;
			this.problem =
				error instanceof UserError ? sentenceOf(error) : m.imports_unreadable({ file: this.name });
		}
	}

	/** Sends it; what the server refuses becomes its problem. */
	async send(limit: number): Promise<void> {
		if (this.bytes > limit) {
			const params = { file: this.name, limit: formatBytes(limit) };
			this.problem = m.imports_too_large(params);
			return;
		}
		try {
			const { id } = await sendFile(this.#file, {
				onSent: (bytes) => (this.sent = this.bytes === 0 ? 1 : Math.min(1, bytes / this.bytes)),
				signal: this.#abort.signal
			});
			this.id = id;
			this.sent = 1;
		} catch (error) {
			if (this.#abort.signal.aborted) return;
			this.problem = error instanceof Refused ? error.message : m.error_unexpected();
		}
	}

	/** Stops sending, or takes it back. */
	async forget(): Promise<void> {
		this.#abort.abort();
		if (this.id !== null) await forgetFile(this.id);
	}
}

function sentenceOf(error: UserError): string {
	const messages = m as unknown as Record<
		string,
		((params: Record<string, string | number>) => string) | undefined
	>;
	return messages[`error_${error.code}`]?.(error.params) ?? m.error_unexpected();
}
