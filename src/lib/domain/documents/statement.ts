import { normaliseActivity } from '../sop/normalise';

/** A document that a text names, and whether the text says that it is there. */
export interface NamedDocument {
	name: string;
	there: boolean;
}

/** What the text of a cell says of the documents of a step. */
export type Statement =
	/** All are there. */
	| { says: 'complete' }
	/** Some are not; which ones is only known where the text names them. */
	| { says: 'incomplete'; named: string[] }
	/** These are there, or said not to be. */
	| { says: 'list'; documents: NamedDocument[] }
	/** Neither: a blank, a dash, "tidak berlaku". */
	| { says: 'nothing' };

/** Folded as normaliseActivity does; signs stand as they are. */
const YES = new Set([
	...['lengkap', 'sudah lengkap', 'telah lengkap', 'ya', 'y', 'ada', 'sudah', 'sudah ada'],
	...['tersedia', 'terlampir', 'diterima', 'sesuai', 'terpenuhi', 'memenuhi', 'valid', 'sah'],
	...['benar', 'ok', 'oke', 'v', '1', 'yes', 'complete', 'completed', 'true', 'available'],
	...['attached', 'present', 'met', 'received']
]);
const NO = new Set([
	...['tidak lengkap', 'belum lengkap', 'tdk lengkap', 'tak lengkap', 'blm lengkap', 'kurang'],
	...['kurang lengkap', 'sebagian', 'lengkap sebagian', 'tidak', 'tdk', 'tak', 'tidak ada'],
	...['tdk ada', 'belum', 'blm', 'belum ada', 'blm ada', 'tidak tersedia', 'belum tersedia'],
	...['tidak terlampir', 'belum terlampir', 'belum diterima', 'tidak diterima', 'tidak sesuai'],
	...['tidak terpenuhi', 'belum terpenuhi', 'tidak memenuhi', 'belum memenuhi', 'tidak valid'],
	...['tidak sah', 'tidak benar', 'salah', 'nihil', '0', 'no', 'n', 'not', 'none', 'false'],
	...['incomplete', 'not complete', 'partial', 'missing', 'not available', 'not attached'],
	...['not met', 'not received', 'absent']
]);
const NEITHER = new Set([
	...['n a', 'na', 'tidak berlaku', 'tidak diperlukan', 'tidak perlu', 'not applicable'],
	...['not required', 'tidak diketahui', 'unknown', 'null'],
	// Some tick with it and some strike out.
	'x'
]);
const SIGNS: Record<string, boolean> = { '✓': true, '✔': true, '☑': true, '✅': true, '√': true };
for (const sign of ['✗', '✘', '✕', '☐', '❌', '×']) SIGNS[sign] = false;

/** Words that begin a text which goes on to name what is missing. */
const MISSING = new RegExp(
	`^(${[
		'(?:tidak|belum|kurang|tdk|blm|tak)(?: lengkap| ada)?',
		'lengkap,? (?:kecuali|selain|tanpa)',
		'incomplete|missing|not (?:complete|attached|available)',
		'complete,? except'
	].join('|')})(\\s*[:;,(–—-]\\s*|\\s+)(.+?)\\)?$`,
	'iu'
);

/**
 * Whether a text says yes, no or neither of one document; undefined where it is none of these words, as a number, a date or
 * a name of something.
 */
export function readAnswer(text: string): boolean | null | undefined {
	const trimmed = text.trim();
	const sign = SIGNS[trimmed.replace(/\ufe0f/g, '')];
	if (sign !== undefined) return sign;
	const folded = normaliseActivity(trimmed);
	if (folded === '' || NEITHER.has(folded)) return null;
	if (YES.has(folded)) return true;
	return NO.has(folded) ? false : undefined;
}

/**
 * Reads the text of a cell that speaks of the documents of a step: "Lengkap", "tidak ada", "kurang: SK", "Formulir; SK",
 * "SK: ada; Formulir: belum", `["Formulir", "SK"]`. Quality standards (mutu baku) ask for requirements and outputs by name;
 * logs write them as offices do, so that only what is said plainly is read.
 * @param known the names that the SOP asks for, folded: a comma or a colon within one of them parts nothing
 */
export function readStatement(text: string, known: ReadonlySet<string>): Statement {
	const answer = readAnswer(text);
	if (answer === null) return { says: 'nothing' };
	if (answer !== undefined)
		return answer ? { says: 'complete' } : { says: 'incomplete', named: [] };
	const parts = splitList(text, known);
	const [, opening, between, missing] = MISSING.exec(text.trim()) ?? [];
	// "kurang: SK; Formulir" names what is missing, "SK: ada; Formulir: tidak" what is what.
	if (missing !== undefined && !known.has(normaliseActivity(parts[0] ?? ''))) {
		const named = splitList(missing, known);
		// "Tidak ada kekurangan", "Belum diperiksa" and "Kurang dari 200 juta" begin so too, and accuse nobody.
		const plain =
			/complete|missing|lengkap/iu.test(opening ?? '') ||
			between?.trim() === ':' ||
			named.some((name) => known.has(normaliseActivity(name)));
		return plain ? { says: 'incomplete', named } : { says: 'nothing' };
	}
	const documents = parts.flatMap((part) => readPart(part, known));
	return documents.length === 0 ? { says: 'nothing' } : { says: 'list', documents };
}

function splitList(text: string, known: ReadonlySet<string>): string[] {
	const json = readJson(text);
	const strong = json ?? text.split(/[;|\n]+/);
	const parts = strong.flatMap((part) => (json ? [part] : splitAtCommas(part, known)));
	return parts.map((part) => unnumbered(part, known)).filter((part) => part !== '');
}

function readJson(text: string): string[] | undefined {
	if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed.map(String) : undefined;
	} catch {
		return undefined;
	}
}

/** Parts at commas, with those put together again that are one name of the SOP, the longest first. */
function splitAtCommas(text: string, known: ReadonlySet<string>): string[] {
	const pieces = text.split(',');
	const parts: string[] = [];
	for (let from = 0; from < pieces.length;) {
		let till = pieces.length;
		while (
			till > from + 1 &&
			!known.has(normaliseActivity(withoutAnswer(pieces.slice(from, till).join(','))))
		)
			till--;
		parts.push(pieces.slice(from, till).join(','));
		from = till;
	}
	return parts;
}

/** Without "1. ", "a) ", "- " before it, unless the SOP writes it so. */
function unnumbered(part: string, known: ReadonlySet<string>): string {
	const trimmed = part.trim();
	const plain = trimmed.replace(/^(?:\d{1,2}[.)]|[a-z][.)]|[-•*])\s+/iu, '');
	return !known.has(normaliseActivity(plain)) && known.has(normaliseActivity(trimmed))
		? trimmed
		: plain;
}

const ANSWERED = /^(.+?)\s*(?:[:=]\s*|\s[-–—]\s|\()([^():=]+)\)?$/u;
const CHECKED = /^(?:\[([xv✓ ]?)\]|([✓✔☑✅√✗✘✕☐☒❌×])\ufe0f?)\s*(.+)$/iu;

function withoutAnswer(part: string): string {
	const [, name, answer] = ANSWERED.exec(part.trim()) ?? [];
	return name !== undefined && readAnswer(answer ?? '') !== undefined ? name : part;
}

function readPart(part: string, known: ReadonlySet<string>): NamedDocument[] {
	const [, box, sign, checked] = CHECKED.exec(part) ?? [];
	if (checked !== undefined)
		return [
			{
				name: checked.trim(),
				there: sign === undefined ? (box ?? '').trim() !== '' : (SIGNS[sign] ?? true)
			}
		];
	if (known.has(normaliseActivity(part))) return [{ name: part, there: true }];
	const [, name, answer] = ANSWERED.exec(part) ?? [];
	const said = answer === undefined ? undefined : readAnswer(answer);
	if (name !== undefined && said === null) return [];
	if (name !== undefined && typeof said === 'boolean') return [{ name: name.trim(), there: said }];
	return normaliseActivity(part) === '' ? [] : [{ name: part, there: true }];
}
