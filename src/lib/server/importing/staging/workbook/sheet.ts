import { serialText } from './dates';
import type { Workbook } from './parts';
import { inWorkbook, unescapeText } from './parts';
import type { ZipFile } from './zip';
import { broken } from './zip';
import { XmlReader } from '../xml';

/** A row of a sheet that is not empty. */
export interface SheetRow {
	/** As the spreadsheet numbers it, from 1. */
	row: number;
	/** Up to the last one that is not empty. */
	cells: string[];
}

/** Columns of a spreadsheet: XFD. */
const mostColumns = 16_384;

/**
 * Reads the rows of a sheet as text, a few at a time. A formula counts as the value it last had, a truth value as
 * TRUE or FALSE, a number as its digits stand in the file, a date as `serialText` writes it.
 * @param take is given the rows of a chunk; answers whether to go on
 * @throws UserError `import_workbook_broken` {file, detail}
 */
export async function readSheet(
	zip: ZipFile,
	workbook: Workbook,
	sheet: { name: string; part: string },
	take: (rows: SheetRow[]) => Promise<boolean>
): Promise<void> {
	const cells = new SheetCells(zip.file, workbook, sheet.name);
	await inWorkbook(zip.file, sheet.part, async () => {
		const reader = new XmlReader(zip.file, cells);
		for await (const chunk of zip.chunks(sheet.part)) {
			reader.write(chunk);
			if (!(await take(cells.takeRows()))) return;
		}
		reader.end();
		await take(cells.takeRows());
	});
}

class SheetCells {
	readonly #file: string;
	readonly #workbook: Workbook;
	readonly #sheet: string;
	#rows: SheetRow[] = [];
	#row = 0;
	#cells: string[] = [];
	#column = 0;
	#type = '';
	#style = -1;
	/** Whether the text that follows is a value. */
	#inValue = false;
	#inReading = false;
	#value = '';

	constructor(file: string, workbook: Workbook, sheet: string) {
		this.#file = file;
		this.#workbook = workbook;
		this.#sheet = sheet;
	}

	takeRows(): SheetRow[] {
		const rows = this.#rows;
		this.#rows = [];
		return rows;
	}

	open(name: string, attributes: Record<string, string>): void {
		if (name === 'row') {
			const number = attributes['r'];
			this.#row = number === undefined ? this.#row + 1 : Number(number);
			if (!Number.isInteger(this.#row)) throw broken(this.#file, this.#sheet);
			this.#cells = [];
			this.#column = 0;
		} else if (name === 'c') {
			const place = attributes['r'];
			if (place !== undefined) this.#column = columnOf(place);
			if (!(this.#column >= 0 && this.#column < mostColumns))
				throw broken(this.#file, `${this.#sheet}!${place ?? ''}`);
			this.#type = attributes['t'] ?? 'n';
			this.#style = Number(attributes['s'] ?? -1);
			this.#value = '';
		} else if (name === 'rPh') this.#inReading = true;
		else if (name === 'v' || name === 't') this.#inValue = !this.#inReading;
	}

	text(text: string): void {
		if (this.#inValue) this.#value += text;
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.#inValue = false;
		else if (name === 'rPh') this.#inReading = false;
		else if (name === 'c') {
			const text = this.#cellText();
			if (text !== '') {
				while (this.#cells.length < this.#column) this.#cells.push('');
				this.#cells[this.#column] = text;
			}
			this.#column++;
		} else if (name === 'row' && this.#cells.some((cell) => cell.trim() !== ''))
			this.#rows.push({ row: this.#row, cells: this.#cells });
	}

	#cellText(): string {
		const value = this.#value;
		switch (this.#type) {
			case 's': {
				if (value === '') return '';
				const text = this.#workbook.texts.get(Number(value));
				if (text === undefined) throw broken(this.#file, `${this.#sheet}!${this.#row}`);
				return text;
			}
			case 'str':
			case 'inlineStr':
				return unescapeText(value);
			case 'b':
				return value === '' ? '' : /^(1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE';
			case 'n':
				return this.#numberText(value.trim());
			default:
				return value;
		}
	}

	#numberText(value: string): string {
		if (value === '' || !this.#workbook.dateStyles.has(this.#style)) return plainNumber(value);
		const serial = Number(value);
		return serialText(serial, this.#workbook.from1904) ?? plainNumber(value);
	}
}

/** The column, from 0, of a place as `AB12`. */
function columnOf(place: string): number {
	let column = 0;
	for (let at = 0; at < place.length; at++) {
		const letter = place.charCodeAt(at) & ~0x20;
		if (letter < 0x41 || letter > 0x5a) break;
		column = column * 26 + letter - 0x40;
	}
	return column - 1;
}

/**
 * A number without an exponent. A whole number keeps the digits that stand in the file, however many; a fraction the 15
 * that a spreadsheet shows, without the binary remainder it writes after them (1234567.8900000001).
 */
function plainNumber(value: string): string {
	if (/^-?\d+$/.test(value)) return value;
	const scientific = /^(-?)(\d+)(?:\.(\d*))?E([+-]?\d+)$/i.exec(value);
	if (scientific) {
		const [, sign = '', whole = '', fraction = '', power = ''] = scientific;
		const exponent = Number(power);
		if (exponent >= fraction.length && exponent <= 30)
			return sign + (whole + fraction.padEnd(exponent, '0')).replace(/^0+(?=\d)/, '');
	}
	const number = Number(value);
	return Number.isFinite(number) && value !== '' ? String(Number(number.toPrecision(15))) : value;
}
