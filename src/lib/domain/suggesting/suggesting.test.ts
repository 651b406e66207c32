import { describe, expect, it } from 'vitest';
import { describeColumns, suggestColumns } from './columns';
import { StepIndex, type KnownStep } from './steps';
import { looksLikeTime } from './time-likeness';
import { tellingWords } from './words';

const step = (id: string, text: string, more: Partial<KnownStep> = {}): KnownStep => ({
	id,
	no: id.replace(/\D/g, ''),
	text,
	aliases: [],
	saved: [],
	...more
});

describe('a step for an activity', () => {
	const index = new StepIndex([
		step('s1', 'Menerima surat permohonan dari rekanan', { aliases: ['Terima surat'] }),
		step('s2', 'Memeriksa kelengkapan berkas persyaratan', { saved: ['Cek kelengkapan'] }),
		step('s3', 'Menyerahkan berkas kepada Kepala Bidang'),
		step('s4', 'Menandatangani surat balasan')
	]);

	it.each([
		[
			{ text: 'x', step: '2.' },
			{ by: 'number', step: 's2' }
		],
		[
			{ text: 'x', step: 'S3' },
			{ by: 'number', step: 's3' }
		],
		[
			{ text: 'MENERIMA  surat permohonan, dari rekanan!', step: '' },
			{ by: 'exact', step: 's1' }
		],
		[
			{ text: 'terima surat', step: '' },
			{ by: 'alias', step: 's1' }
		],
		[
			{ text: 'cek kelengkapan', step: '' },
			{ by: 'saved', step: 's2' }
		]
	])('%j is %j without asking', (activity, expected) => {
		expect(index.match(activity)).toEqual(expected);
	});

	it.each([
		['Penerimaan surat permohonan', 's1'],
		['Berkas persyaratan diperiksa kelengkapannya', 's2'],
		['Penyerahan berkas ke Kepala Bidang', 's3'],
		['Penandatanganan surat balasan', 's4']
	])('%s is suggested to be %s, whatever its affixes', (text, expected) => {
		const match = index.match({ text, step: '' });
		if (match.by !== 'open') throw new Error('was decided');
		expect(match.suggestions[0]?.step).toBe(expected);
		expect(match.suggestions[0]?.similarity).toBeGreaterThan(0.6);
	});

	it.each(['Rapat koordinasi', '', '!!', 'dan atau untuk'])('%j is like none', (text) => {
		expect(index.match({ text, step: '' })).toEqual({ by: 'open', suggestions: [] });
	});

	it('is never more alike than the same, and the same text is', () => {
		const same = new StepIndex([step('a', 'Verifikasi dokumen 2')]);
		expect(same.match({ text: 'Dokumen 2 verifikasi', step: '' })).toEqual({
			by: 'open',
			suggestions: [{ step: 'a', similarity: 1 }]
		});
		const other = same.match({ text: 'Verifikasi dokumen 3', step: '' });
		expect(other).toMatchObject({ suggestions: [{ step: 'a' }] });
		if (other.by === 'open') expect(other.suggestions[0]?.similarity).toBeLessThan(0.8);
	});

	it('of two steps with one name is the first, as where files are read', () => {
		const twins = new StepIndex([step('a', 'Disposisi'), step('b', 'Disposisi')]);
		expect(twins.match({ text: 'disposisi', step: '' })).toEqual({ by: 'exact', step: 'a' });
	});
});

it('words lose what joins them and their affixes', () => {
	expect(tellingWords('surat yang diterima dan diperiksa oleh pelaksana 2')).toEqual([
		'surat',
		'terima',
		'periksa',
		'laksana',
		'2'
	]);
});

describe('a cell looks like a time', () => {
	it.each([
		['2026-01-31', true],
		['2026-01-31T08:00:00Z', true],
		['31/01/2026 08.30', true],
		['1-2-26', true],
		['15 Januari 2026 08:00', true],
		['Jul 3, 2025, 12:00:00AM', true],
		['K-2026-01', false],
		['1.234', false],
		['15 berkas 2026', false],
		['', false]
	])('%s: %s', (cell, expected) => {
		expect(looksLikeTime(cell)).toBe(expected);
	});
});

describe('columns of a log that no profile knows', () => {
	const rows = [
		['7', 'PRM/001', 'Terima berkas', '02/03/2026 08:00', '02/03/2026 08:10', 'Ani', 'ok'],
		['8', 'PRM/001', 'Periksa berkas', '02/03/2026 08:15', '02/03/2026 08:50', 'Budi', ''],
		['9', 'PRM/002', 'Terima berkas', '02/03/2026 09:00', '02/03/2026 09:05', 'Ani', '']
	];
	const columnsOf = (found: ReturnType<typeof suggestColumns>) =>
		Object.fromEntries(Object.entries(found).map(([field, { column }]) => [field, column]));

	it('are suggested by their names, in Indonesian', () => {
		const names = ['No', 'No. Permohonan', 'Uraian Kegiatan', 'Tgl Mulai', 'Tgl Selesai Kegiatan'];
		const found = suggestColumns({ names: [...names, 'Nama Petugas', 'Ket'], rows });
		expect(columnsOf(found)).toEqual({
			case: 'No. Permohonan',
			activity: 'Uraian Kegiatan',
			started: 'Tgl Mulai',
			completed: 'Tgl Selesai Kegiatan',
			actor: 'Nama Petugas'
		});
		expect(found.case?.by).toBe('name');
	});

	it('are suggested by their names, in English', () => {
		const names = ['row', 'Request ID', 'Task', 'Start Time', 'End Time', 'Assignee', 'Note'];
		expect(columnsOf(suggestColumns({ names, rows }))).toEqual({
			case: 'Request ID',
			activity: 'Task',
			started: 'Start Time',
			completed: 'End Time',
			actor: 'Assignee'
		});
	});

	it('are suggested by what stands in them where no name says it, and say so', () => {
		const found = suggestColumns({ names: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], rows });
		expect(columnsOf(found)).toEqual({
			case: 'b',
			activity: 'c',
			started: 'd',
			completed: 'e'
		});
		expect(Object.values(found).every(({ by }) => by === 'content')).toBe(true);
		expect(found.completed?.content.times).toBe(1);
	});

	it('a column that is called like a time and holds none is not suggested for one', () => {
		const found = suggestColumns({
			names: ['Kasus', 'Kegiatan', 'Waktu'],
			rows: [
				['1', 'Buka', 'pagi'],
				['1', 'Tutup', 'sore']
			]
		});
		expect(columnsOf(found)).toEqual({ case: 'Kasus', activity: 'Kegiatan' });
	});

	it('without any row go by their names alone', () => {
		const found = suggestColumns({ names: ['Kasus', 'Kegiatan', 'Selesai'], rows: [] });
		expect(columnsOf(found)).toEqual({
			case: 'Kasus',
			activity: 'Kegiatan',
			completed: 'Selesai'
		});
	});

	it('the spellings of a profile go before', () => {
		const found = suggestColumns({
			names: ['berkas', 'kunci'],
			rows: [],
			spellings: { case: ['KUNCI'] }
		});
		expect(found.case?.column).toBe('kunci');
	});
});

it('blank cells, null and a dash count as nothing', () => {
	expect(describeColumns(['a'], [['x'], [''], ['null'], [' - '], ['x']])[0]).toMatchObject({
		filled: 2,
		distinct: 1
	});
});
