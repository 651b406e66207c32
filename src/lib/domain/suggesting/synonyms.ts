import type { Field } from '../importing/fields';

/**
 * Words by which columns are called, Indonesian and English, beside the spellings that profiles know: a header that
 * holds all words of a line says the field. Longer lines say it more surely.
 */
export const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
	case: [
		...['kasus', 'berkas', 'nomor berkas', 'no berkas', 'id berkas', 'kode berkas', 'perkara'],
		...['nomor perkara', 'permohonan', 'nomor permohonan', 'no permohonan', 'tiket', 'no tiket'],
		...['nomor tiket', 'paket', 'kode paket', 'id paket', 'kd paket', 'kd tender', 'kode tender'],
		...['nomor surat', 'no surat', 'nomor agenda', 'no agenda', 'register', 'no register', 'resi'],
		...[
			'case',
			'case id',
			'case key',
			'ticket',
			'ticket id',
			'request id',
			'order id',
			'trace',
			'id'
		],
		...['nomor', 'key', 'incident', 'application id', 'document number']
	],
	activity: [
		...[
			'kegiatan',
			'nama kegiatan',
			'uraian kegiatan',
			'aktivitas',
			'aktifitas',
			'tahap',
			'tahapan'
		],
		...['nama tahapan', 'langkah', 'uraian', 'prosedur', 'proses', 'tindakan', 'pekerjaan', 'aksi'],
		...['activity', 'activity name', 'task', 'event', 'event name', 'action', 'operation', 'stage'],
		...['step name', 'concept name', 'transition']
	],
	step: [
		...['nomor langkah', 'no langkah', 'langkah ke', 'kode langkah', 'kode kegiatan', 'no urut'],
		...['kd tahapan', 'kode tahapan', 'step', 'step no', 'step number', 'step id', 'activity code']
	],
	started: [
		...['mulai', 'waktu mulai', 'tgl mulai', 'tanggal mulai', 'jam mulai', 'awal', 'tanggal awal'],
		...['diterima', 'tanggal terima', 'waktu terima', 'masuk', 'tanggal masuk', 'waktu masuk'],
		...[
			'start',
			'started',
			'start time',
			'start date',
			'begin',
			'from',
			'received',
			'opened',
			'created'
		]
	],
	completed: [
		...['selesai', 'waktu selesai', 'tgl selesai', 'tanggal selesai', 'jam selesai', 'akhir'],
		...[
			'tanggal akhir',
			'keluar',
			'tanggal keluar',
			'waktu keluar',
			'waktu',
			'tanggal',
			'tgl',
			'jam'
		],
		...['complete', 'completed', 'end', 'end time', 'end date', 'finish', 'finished', 'closed'],
		...['timestamp', 'time', 'date', 'datetime', 'resolved', 'to']
	],
	actor: [
		...['pelaksana', 'petugas', 'nama petugas', 'nama pelaksana', 'pegawai', 'pejabat', 'operator'],
		...['pic', 'oleh', 'penanggung jawab', 'nama', 'verifikator', 'pemroses', 'actor', 'resource'],
		...['user', 'username', 'performer', 'owner', 'assignee', 'employee', 'originator', 'agent']
	],
	role: [
		...[
			'peran',
			'jabatan',
			'bagian',
			'seksi',
			'role',
			'org role',
			'group',
			'position',
			'department'
		]
	],
	unit: [
		...['unit', 'unit kerja', 'kantor', 'satker', 'nama satker', 'opd', 'skpd', 'instansi', 'lpse'],
		...['kode lpse', 'kd lpse', 'dinas', 'organisasi', 'office', 'branch', 'organization', 'site']
	],
	requirements: [
		...['kelengkapan', 'persyaratan', 'syarat', 'lampiran', 'dokumen masuk', 'requirements'],
		...['attachments', 'inputs', 'documents in']
	],
	outputs: [
		...[
			'output',
			'outputs',
			'keluaran',
			'hasil',
			'produk',
			'dokumen keluar',
			'result',
			'deliverable'
		]
	],
	status: [
		...[
			'status',
			'status berkas',
			'status kasus',
			'status akhir',
			'keadaan',
			'case status',
			'state'
		],
		...['outcome', 'kondisi']
	],
	parent: [
		...['induk', 'berkas induk', 'paket induk', 'parent', 'parent id', 'parent case', 'kd pkt dce']
	]
};
