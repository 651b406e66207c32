import { posix } from 'node:path';
import { UserError } from '$lib/domain/user-error';
import type { XmlHandlers } from '../xml';
import { XmlReader } from '../xml';
import { isDateFormat } from './dates';
import { TextTable } from './text-table';
import type { ZipFile } from './zip';
import { broken } from './zip';

/** The parts that are read whole are short: names of sheets, and one entry per cell style. */
const longestPart = 64_000_000;

export interface Workbook {
	/** The sheets that can be seen, in their order. */
	sheets: { name: string; part: string }[];
	/** Whether dates are counted from 1904. */
	from1904: boolean;
	/** Cell styles, by number, that show a number as a date or a time. */
	dateStyles: ReadonlySet<number>;
	texts: TextTable;
}

/**
 * Reads what a workbook says about its sheets.
 * @throws UserError `import_zip` {file} for an archive that is no workbook, `import_xls` {file} for a workbook of
 * another kind (with macros, binary, OpenDocument), `import_workbook_broken` {file, detail}
 */
export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
	const { file } = zip;
	const otherKind = zip.names.some((name) => /(^|\/)(vbaProject|workbook)\.bin$/i.test(name));
	if (otherKind || zip.find('content.xml') !== undefined)
		throw new UserError('import_xls', { file });
	const path = await workbookPath(zip);
	const relations = await readRelations(zip, path);
	const sheets: { name: string; part: string }[] = [];
	let from1904 = false;
	await readPart(zip, path, {
		open(name, attributes) {
			if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
			if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
			const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
			const relation = relations.find((one) => one.id === id);
			const part = relation && zip.find(relation.target);
			if (relation?.type !== 'worksheet') return;
			if (part === undefined) throw broken(file, attributes['name'] ?? '');
			sheets.push({ name: attributes['name'] ?? '', part });
		}
	});
	const part = (type: string) => {
		const target = relations.find((one) => one.type === type)?.target;
		return target === undefined ? undefined : zip.find(target);
	};
	const styles = part('styles');
	const texts = part('sharedStrings');
	return {
		sheets,
		from1904,
		dateStyles: styles === undefined ? new Set() : await readDateStyles(zip, styles),
		texts: texts === undefined ? new TextTable(file) : await readTexts(zip, texts)
	};
}

async function workbookPath(zip: ZipFile): Promise<string> {
	const relations = zip.find('_rels/.rels') === undefined ? [] : await readRelations(zip, '');
	const named = relations.find(({ type }) => type === 'officeDocument')?.target;
	const path = zip.find(named ?? 'xl/workbook.xml');
	if (path === undefined) {
		if (zip.find('[Content_Types].xml') !== undefined) throw broken(zip.file, 'workbook.xml');
		throw new UserError('import_zip', { file: zip.file });
	}
	return path;
}

interface Relation {
	id: string;
	/** The last part of its address. */
	type: string;
	/** Name of the part in the archive. */
	target: string;
}

async function readRelations(zip: ZipFile, path: string): Promise<Relation[]> {
	const folder = posix.dirname(path);
	const part = zip.find(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
	const relations: Relation[] = [];
	if (part === undefined) return relations;
	await readPart(zip, part, {
		open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
			if (name !== 'Relationship' || TargetMode === 'External') return;
			const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
			relations.push({ id: Id, type: posix.basename(Type), target });
		}
	});
	return relations;
}

async function readDateStyles(zip: ZipFile, part: string): Promise<Set<number>> {
	const formats = new Map<number, string>();
	const styles = new Set<number>();
	let inCellStyles = false;
	let style = 0;
	await readPart(zip, part, {
		open(name, attributes) {
			if (name === 'numFmt')
				formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
			if (name === 'cellXfs') inCellStyles = true;
			if (name !== 'xf' || !inCellStyles) return;
			const format = Number(attributes['numFmtId'] ?? 0);
			if (isDateFormat(format, formats.get(format))) styles.add(style);
			style++;
		},
		close(name) {
			if (name === 'cellXfs') inCellStyles = false;
		}
	});
	return styles;
}

async function readTexts(zip: ZipFile, part: string): Promise<TextTable> {
	const texts = new TextTable(zip.file);
	let text = '';
	let inText = false;
	// How a word is pronounced stands beside it and is no part of it.
	let inReading = false;
	await streamPart(zip, part, {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 'rPh') inReading = true;
			else if (name === 't') inText = !inReading;
		},
		close(name) {
			if (name === 'si') texts.add(unescapeText(text));
			else if (name === 'rPh') inReading = false;
			else if (name === 't') inText = false;
		},
		text(piece) {
			if (inText) text += piece;
		}
	});
	return texts;
}

/** A workbook writes signs that XML does not allow as `_x000D_`. */
export function unescapeText(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16))
	);
}

async function readPart(zip: ZipFile, part: string, handlers: XmlHandlers): Promise<void> {
	const content = await zip.content(part, longestPart);
	await inWorkbook(zip.file, part, () => {
		const reader = new XmlReader(zip.file, handlers);
		reader.write(content);
		reader.end();
		return Promise.resolve();
	});
}

async function streamPart(zip: ZipFile, part: string, handlers: XmlHandlers): Promise<void> {
	await inWorkbook(zip.file, part, async () => {
		const reader = new XmlReader(zip.file, handlers);
		for await (const chunk of zip.chunks(part)) reader.write(chunk);
		reader.end();
	});
}

/** Says of broken XML in which part of the workbook it stands. */
export async function inWorkbook(
	file: string,
	part: string,
	read: () => Promise<void>
): Promise<void> {
	try {
		await read();
	} catch (error) {
		if (error instanceof UserError && error.code === 'import_xml_broken')
			throw broken(file, `${part}:${error.params['line']}`, error);
		throw error;
	}
}
