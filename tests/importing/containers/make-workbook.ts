import { crc32, deflateRawSync } from 'node:zlib';

/** Writes a ZIP archive. */
export function makeZip(entries: Record<string, string | Buffer>, stored = false): Buffer {
	const pieces: Buffer[] = [];
	const index: Buffer[] = [];
	let offset = 0;
	for (const [name, given] of Object.entries(entries)) {
		const content = Buffer.from(given);
		const packed = stored ? content : deflateRawSync(content);
		const fields = Buffer.alloc(26);
		fields.writeUInt16LE(20, 0);
		fields.writeUInt16LE(stored ? 0 : 8, 4);
		fields.writeUInt32LE(crc32(content), 10);
		fields.writeUInt32LE(packed.length, 14);
		fields.writeUInt32LE(content.length, 18);
		fields.writeUInt16LE(name.length, 22);
		pieces.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		index.push(Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name));
		offset += 30 + name.length + packed.length;
	}
	const bytes = Buffer.concat(index);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(Object.keys(entries).length, 8);
	end.writeUInt16LE(Object.keys(entries).length, 10);
	end.writeUInt32LE(bytes.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...pieces, bytes, end]);
}

export interface SheetParts {
	name: string;
	/** XML of the rows. */
	rows: string;
	state?: string;
}

/** The parts of a workbook as spreadsheets write them, whose cells the caller writes as XML. */
export function workbookParts(
	sheets: SheetParts[],
	given: { texts?: string[]; from1904?: boolean } = {}
): Record<string, string> {
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const relations = (list: [id: string, type: string, target: string][]) =>
		`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
			.map(([id, type, to]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`)
			.join('')}</Relationships>`;
	const parts: Record<string, string> = {
		'[Content_Types].xml': '<?xml version="1.0"?><Types/>',
		'_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${given.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
			.map(
				({ name, state }, at) =>
					`<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations([
			...sheets.map(
				(_, at) =>
					[`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as [string, string, string]
			),
			['rStyles', 'styles', 'styles.xml'],
			['rTexts', 'sharedStrings', '/xl/sharedStrings.xml']
		]),
		// Styles: 0 plain, 1 built-in date, 2 date and time of its own, 3 duration, 4 time, 5 currency, 6 date in words.
		'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="&quot;Rp&quot;#,##0.00;[Red]-0"/><numFmt numFmtId="167" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `<sst xmlns="${main}">${(given.texts ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`
	};
	sheets.forEach(({ rows }, at) => {
		parts[`xl/worksheets/sheet${at + 1}.xml`] =
			`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
	});
	return parts;
}

/** A row of text cells. */
export function textRow(row: number, cells: readonly string[]): string {
	const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
	return `<row r="${row}">${written.join('')}</row>`;
}

/** A workbook of sheets with text cells. */
export function makeWorkbook(sheets: { name: string; rows: string[][] }[]): Buffer {
	return makeZip(
		workbookParts(
			sheets.map(({ name, rows }) => ({
				name,
				rows: rows.map((cells, at) => textRow(at + 1, cells)).join('')
			}))
		)
	);
}
