import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { init } from 'echarts';
import pdfmake from 'pdfmake';

/*
 * A thread of its own, in plain JavaScript so that it runs unbuilt beside the server, the command line and the tests:
 * setting some thousand rows takes seconds, in which a server would answer nobody.
 */

/**
 * @typedef {object} Drawing
 * @property {import('pdfmake/interfaces').TDocumentDefinitions} document without functions, which cannot be sent
 * @property {{ width: number, height: number, option: import('echarts').EChartsCoreOption } | null} chart set where the content says `chart`
 * @property {string} footer with {page} and {pages}
 * @property {string} header
 */

const { document, chart, footer, header } = /** @type {Drawing} */ (workerData);
const fonts = join(
	dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
	'fonts',
	'Roboto'
);

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
pdfmake.setFonts({
	Roboto: {
		normal: join(fonts, 'Roboto-Regular.ttf'),
		bold: join(fonts, 'Roboto-Medium.ttf'),
		italics: join(fonts, 'Roboto-Italic.ttf'),
		bolditalics: join(fonts, 'Roboto-MediumItalic.ttf')
	}
});

if (chart && Array.isArray(document.content))
	document.content = document.content.map((part) =>
		typeof part === 'object' && 'id' in part && part.id === 'chart'
			? { svg: drawChart(chart), width: chart.width, margin: [0, 4, 0, 8] }
			: part
	);

const buffer = await pdfmake
	.createPdf({
		...document,
		header: (page) =>
			page === 1 ? null : { text: header, fontSize: 7, color: '#566', margin: [40, 18, 40, 0] },
		footer: (page, pages) => ({
			text: footer.replace('{page}', String(page)).replace('{pages}', String(pages)),
			fontSize: 7,
			color: '#566',
			alignment: 'right',
			margin: [40, 8, 40, 0]
		})
	})
	.getBuffer();
parentPort?.postMessage(buffer);

/**
 * @param {{ width: number, height: number, option: import('echarts').EChartsCoreOption }} given
 * @returns {string}
 */
function drawChart({ width, height, option }) {
	const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height });
	drawn.setOption(option);
	const svg = drawn.renderToSVGString();
	drawn.dispose();
	return svg;
}
