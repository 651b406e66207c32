/**
 * A text that a spreadsheet would run as a formula, made harmless by a leading apostrophe.
 *
 * Spreadsheets start a formula at `=`, `+`, `-` or `@`, also in their full-width forms and after a
 * tab, carriage return or line feed (OWASP, "CSV Injection"). Blanks and invisible characters
 * before the sign do not stop every program, so they are looked through.
 *
 * Only for text: a number is written as a number, whatever its sign.
 */
export function neutralise(text: string): string {
	return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

const STARTS_FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;
