import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Seconds from 1970 to 2 January 2026, 07:30, on the local clock. */
const FIRST = Date.UTC(2026, 0, 2, 7, 30) / 1000;

/**
 * Writes a long log of an SOP: cases of ten steps with start and completion, about a tenth of them late.
 * The same numbers every time.
 * @param {string} path
 * @param {{ cases: number, activities: string[] }} shape ten activities, in order
 */
export async function writeLog(path, { cases, activities }) {
	let state = 20260102;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const clock = (/** @type {number} */ at) =>
		new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
	const file = createWriteStream(path);
	file.write('case,activity,started,completed,actor\n');
	let lines = [];
	for (let number = 0; number < cases; number++) {
		let at = FIRST + Math.floor(random() * 300) * 86_400 + Math.floor(random() * 10_000);
		for (const activity of activities) {
			const took = 60 + Math.floor(random() ** 4 * 20_000);
			lines.push(
				`EP-${number},${activity},${clock(at)},${clock(at + took)},Pejabat ${Math.floor(random() * 50)}`
			);
			at += took + Math.floor(random() * 3600);
		}
		if (lines.length >= 20_000) {
			if (!file.write(lines.join('\n') + '\n')) await once(file, 'drain');
			lines = [];
		}
	}
	file.end(lines.length === 0 ? '' : lines.join('\n') + '\n');
	await once(file, 'finish');
}

/**
 * Writes contracts as SPSE exports them, a row each. The same every time.
 * @param {string} path
 * @param {number} rows
 */
export async function writeContracts(path, rows) {
	const file = createWriteStream(path);
	file.write(
		'kd_nontender,mtd_pengadaan,kd_lpse,nama_lpse,nama_satker,nama_paket,nama_penyedia,npwp_penyedia,nama_ppk,' +
			'no_kontrak,nilai_kontrak,tgl_kontrak,tgl_kontrak_awal,tgl_kontrak_akhir,tgl_penetapan_status_kontrak,status_kontrak\n'
	);
	const day = (/** @type {number} */ at) => new Date(at * 1000).toISOString().slice(0, 10);
	let lines = [];
	for (let row = 0; row < rows; row++) {
		const at = FIRST + (row % 280) * 86_400;
		lines.push(
			`${10_000_000 + row},Pengadaan Langsung,${1 + (row % 40)},LPSE ${1 + (row % 40)},Satker ${row % 900},` +
				`Belanja modal nomor ${row},PT Penyedia ${row % 20_000},0${10_000_000_000_000 + (row % 20_000)},Pejabat ${row % 500},` +
				`027/${row}/SPK,${150_000_000 + row * 7},${day(at)},${day(at + 86_400)},${day(at + 40 * 86_400)},${day(at)} 10:15:00,Berjalan`
		);
		if (lines.length >= 20_000) {
			if (!file.write(lines.join('\n') + '\n')) await once(file, 'drain');
			lines = [];
		}
	}
	file.end(lines.length === 0 ? '' : lines.join('\n') + '\n');
	await once(file, 'finish');
}
