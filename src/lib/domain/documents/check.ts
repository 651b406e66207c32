import { normaliseActivity } from '../sop/normalise';
import { readAnswer, readStatement } from './statement';

/** What a log says of the documents of one step occurrence. */
export interface Said {
	/** The text of the column of requirements or of outputs; null where there is none. */
	text: string | null;
	/** Columns that each speak of one document, as they are named and filled. */
	columns: readonly { name: string; value: string }[];
	/**
	 * What names of the log mean in the SOP, by the folded name: the SOP's document, or null for something that the SOP does
	 * not ask for. Names that are the SOP's own once folded need no entry.
	 */
	names: ReadonlyMap<string, string | null>;
}

/** How the documents of one step occurrence stand against the quality standard. */
export interface DocumentCheck {
	/** How many of the documents that the SOP asks for the log speaks about; of the others nothing is known. */
	spoken: number;
	/** The ones missing, as the SOP writes them; null stands for "not complete" where it is not said what is missing. */
	missing: (string | null)[];
}

/**
 * Holds what a log says of the documents of a step against what the SOP asks for. Missing evidence is neither compliance nor
 * deviation: what the log does not speak about is not counted, and a list accuses of an omission only if it speaks in the
 * SOP's names and leaves no name unexplained, which might be the one that is looked for.
 * @param asked the requirements, or the outputs, of the step, as the SOP writes them
 */
export function checkDocuments(asked: readonly string[], said: Said): DocumentCheck {
	const own = new Map(asked.map((document) => [normaliseActivity(document), document]));
	const found = new Map<string, boolean>();
	const note = (document: string, there: boolean) =>
		// What two columns say differently is missing: one of them says so.
		found.set(document, (found.get(document) ?? true) && there);
	const documentOf = (name: string): string | null | undefined => {
		const folded = normaliseActivity(name);
		if (!said.names.has(folded)) return own.get(folded);
		const meant = said.names.get(folded) ?? null;
		return meant === null ? null : own.get(normaliseActivity(meant));
	};
	for (const { name, value } of said.columns) {
		const document = documentOf(name);
		const answer = readAnswer(value);
		// A number or a date in the column of a document is that of the document.
		if (document && answer !== null) note(document, answer ?? true);
	}
	const known = new Set([...own.keys(), ...said.names.keys()]);
	const statement =
		said.text === null || asked.length === 0 ? undefined : readStatement(said.text, known);
	let whole = false;
	if (statement?.says === 'complete') {
		for (const document of asked) if (!found.has(document)) note(document, true);
	} else if (statement?.says === 'incomplete') {
		const named = statement.named.flatMap((name) => documentOf(name) ?? []);
		for (const document of asked)
			if (named.includes(document)) note(document, false);
			else if (named.length > 0 && named.length === statement.named.length) note(document, true);
		whole = ![...found.values()].includes(false);
		// With one document there is no doubt which.
		const [only] = asked;
		if (whole && asked.length === 1 && only !== undefined) {
			note(only, false);
			whole = false;
		}
	} else if (statement?.says === 'list') {
		const read = statement.documents.map((each) => ({ ...each, document: documentOf(each.name) }));
		for (const { document, there } of read) if (document) note(document, there);
		const speaks = read.some(({ document, there }) => document && there);
		if (speaks && read.every(({ document }) => document !== undefined))
			for (const document of asked) if (!found.has(document)) note(document, false);
	}
	const missing: (string | null)[] = [...found].flatMap(([document, there]) =>
		there ? [] : document
	);
	return {
		spoken: whole ? asked.length : found.size,
		missing: whole ? [null, ...missing] : missing
	};
}
