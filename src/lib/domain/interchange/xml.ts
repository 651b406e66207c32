const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#10;',
	'\r': '&#13;',
	'\t': '&#9;'
};

/**
 * Text as it may stand in an attribute or an element of XML 1.0. Characters that XML has no way to write (most control
 * characters, halves of surrogate pairs) become U+FFFD; line breaks are written as references, as attributes lose them.
 */
export function xmlText(text: string): string {
	return text
		.toWellFormed()
		.replace(
			// eslint-disable-next-line no-control-regex -- these are what XML cannot hold
			/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
			'\ufffd'
		)
		.replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}

/** The first line of every XML file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
