import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';

/*
 * A thread of its own, in plain JavaScript so that it runs unbuilt beside the server, the command line and the tests:
 * setting some thousand rows takes seconds, in which a server would answer nobody.
 */

/**
 * @typedef {object} Drawing
 * @property {import('pdfmake/interfaces').TDocumentDefinitions} document without functions, which cannot be sent
 * @property {string} footer with {page} and {pages}
 * @property {string} header
 */

const { document, footer, header } = /** @type {Drawing} */ (workerData);
const fonts = join(
	dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
	'fonts',
	'Roboto'
);
/** Files that lie in memory; the types do not know of it. */
const { virtualfs: memory } =
	/** @type {{ virtualfs: { writeFileSync(path: string, bytes: Buffer): void } }} */ (
		/** @type {unknown} */ (pdfmake)
	);
const BESIDE = 4;

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setFonts({
	Roboto: {
		normal: fontOf('Roboto-Regular.ttf'),
		bold: fontOf('Roboto-Medium.ttf'),
		italics: fontOf('Roboto-Italic.ttf'),
		bolditalics: fontOf('Roboto-MediumItalic.ttf')
	}
});
pdfmake.setTableLayouts({
	// Rows under headings, with a thin line between two of them.
	rows: {
		hLineWidth: (at, { table }) => (at < (table.headerRows ?? 0) || at === 0 ? 0 : 0.5),
		vLineWidth: () => 0,
		hLineColor: (at, { table }) => (at === table.headerRows ? '#16202c' : '#c3cad2'),
		paddingLeft: () => BESIDE,
		paddingRight: () => BESIDE,
		paddingTop: () => 1.5,
		paddingBottom: () => 1.5
	},
	// Names and values without lines.
	facts: {
		hLineWidth: () => 0,
		vLineWidth: () => 0,
		paddingLeft: (at) => (at === 0 ? 0 : BESIDE),
		paddingRight: () => BESIDE,
		paddingTop: () => 1.5,
		paddingBottom: () => 1.5
	}
});

let pages = 0;
let drawn = 0;
pdfmake.setProgressCallback((share) => {
	const page = Math.floor(share * pages);
	if (page <= drawn) return;
	drawn = page;
	parentPort?.postMessage({ page, pages });
});
const buffer = await pdfmake
	.createPdf({
		...document,
		header: (page) =>
			page === 1 ? null : { text: header, fontSize: 7, color: '#556066', margin: [40, 18, 40, 0] },
		footer: (page, all) => {
			pages = all;
			return {
				text: footer.replace('{page}', String(page)).replace('{pages}', String(all)),
				fontSize: 7,
				color: '#556066',
				alignment: 'right',
				margin: [40, 8, 40, 0]
			};
		}
	})
	.getBuffer();
parentPort?.postMessage(buffer);

/**
 * A font that joins no letters: a joined "fi" is one sign, which some programs that search find as "f". Asked for as a
 * feature with each text it would take twice the time, as widths of words are then worked out anew each time.
 * @param {string} name
 * @returns {string} where it lies in the memory of the library
 */
function fontOf(name) {
	const font = readFileSync(join(fonts, name));
	for (let at = font.indexOf('liga'); at >= 0; at = font.indexOf('liga', at + 4))
		font.write('none', at, 'latin1');
	memory.writeFileSync(name, font);
	return name;
}
