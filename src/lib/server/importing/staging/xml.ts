import sax from 'sax';
import { UserError } from '$lib/domain/user-error';

// The library counts in one figure for all its parsers; a single attribute of a log may be long.
(sax as unknown as { MAX_BUFFER_LENGTH: number }).MAX_BUFFER_LENGTH = 4_000_000;

/** What happens in an XML text; names come without their namespace prefix. */
export interface XmlHandlers {
	open(name: string, attributes: Record<string, string>): void;
	close?(name: string): void;
	text?(text: string): void;
}

/**
 * Reads an XML text in pieces. Entities of its own, which can unfold without end or read files, are refused.
 */
export class XmlReader {
	readonly #parser: sax.SAXParser;
	readonly #decoder = new TextDecoder('utf-8');
	#failure: unknown;

	constructor(file: string, handlers: XmlHandlers) {
		// Its types do not know the option that leaves it only the five entities of XML itself.
		const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };
		const parser = sax.parser(true, options);
		this.#parser = parser;
		// After a mistake the parser goes on to the end of the piece; what it then finds is worth nothing.
		const sound = () => this.#failure === undefined;
		parser.onopentag = ({ name, attributes }) => {
			if (sound()) handlers.open(local(name), attributes as Record<string, string>);
		};
		parser.onclosetag = (name) => {
			if (sound()) handlers.close?.(local(name));
		};
		parser.ontext = parser.oncdata = (text) => {
			if (sound()) handlers.text?.(text);
		};
		parser.ondoctype = () => {
			this.#failure ??= new UserError('import_xml_entities', { file });
		};
		parser.onerror = (error) => {
			this.#failure ??= new UserError('import_xml_broken', { file, line: parser.line + 1 }, error);
		};
	}

	/**
	 * Reads a piece, UTF-8.
	 * @throws UserError `import_xml_entities` {file}, `import_xml_broken` {file, line}; what the handlers throw
	 */
	write(chunk: Buffer, last = false): void {
		this.#parser.write(this.#decoder.decode(chunk, { stream: !last }));
		if (this.#failure !== undefined) throw this.#failure;
	}

	/** Ends the text; throws as `write` does when an element is still open. */
	end(): void {
		this.write(Buffer.alloc(0), true);
		this.#parser.close();
		if (this.#failure !== undefined) throw this.#failure;
	}
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
