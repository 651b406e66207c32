import { BarChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	MarkLineComponent,
	RadarComponent,
	TooltipComponent
} from 'echarts/components';
import { init, registerLocale, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

/*
 * Only what is drawn, so that the chunk stays small; loaded when the first chart is seen. SVG keeps
 * print and downloads sharp.
 */
use([
	AriaComponent,
	BarChart,
	GridComponent,
	LabelLayout,
	LegendComponent,
	LineChart,
	MarkLineComponent,
	RadarChart,
	RadarComponent,
	ScatterChart,
	SVGRenderer,
	TooltipComponent
]);

// ECharts brings no Indonesian.
registerLocale('ID', {
	time: {
		month: [
			'Januari',
			'Februari',
			'Maret',
			'April',
			'Mei',
			'Juni',
			'Juli',
			'Agustus',
			'September',
			'Oktober',
			'November',
			'Desember'
		],
		monthAbbr: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
		dayOfWeek: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
		dayOfWeekAbbr: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab']
	},
	legend: { selector: { all: 'Semua', inverse: 'Balik' } },
	toolbox: {
		brush: {
			title: {
				rect: 'Pilih kotak',
				polygon: 'Pilih bebas',
				lineX: 'Pilih mendatar',
				lineY: 'Pilih tegak',
				keep: 'Simpan pilihan',
				clear: 'Hapus pilihan'
			}
		},
		dataView: { title: 'Data', lang: ['Data', 'Tutup', 'Segarkan'] },
		dataZoom: { title: { zoom: 'Perbesar', back: 'Kembali' } },
		magicType: { title: { line: 'Garis', bar: 'Batang', stack: 'Tumpuk', tiled: 'Berdampingan' } },
		restore: { title: 'Pulihkan' },
		saveAsImage: { title: 'Simpan gambar', lang: ['Klik kanan untuk menyimpan'] }
	},
	series: {
		typeNames: {
			pie: 'lingkaran',
			bar: 'batang',
			line: 'garis',
			scatter: 'sebar',
			effectScatter: 'sebar',
			radar: 'radar',
			tree: 'pohon',
			treemap: 'peta pohon',
			boxplot: 'kotak',
			candlestick: 'lilin',
			k: 'garis K',
			heatmap: 'panas',
			map: 'peta',
			parallel: 'sejajar',
			lines: 'garis',
			graph: 'jaringan',
			sankey: 'aliran',
			funnel: 'corong',
			gauge: 'ukur',
			pictorialBar: 'batang gambar',
			themeRiver: 'sungai',
			sunburst: 'cincin',
			custom: 'khusus',
			chart: 'grafik'
		}
	},
	aria: {
		general: { withTitle: 'Grafik "{title}"', withoutTitle: 'Grafik' },
		series: {
			single: {
				prefix: '',
				withName: ' jenis {seriesType} bernama {seriesName}.',
				withoutName: ' jenis {seriesType}.'
			},
			multiple: {
				prefix: ' terdiri atas {seriesCount} seri.',
				withName: ' Seri {seriesId} adalah {seriesType} bernama {seriesName}.',
				withoutName: ' Seri {seriesId} adalah {seriesType}.',
				separator: { middle: '', end: '' }
			}
		},
		data: {
			allData: 'Datanya: ',
			partialData: '{displayCnt} data pertama: ',
			withName: '{name} {value}',
			withoutName: '{value}',
			separator: { middle: ', ', end: '. ' }
		}
	}
});

export { init };
