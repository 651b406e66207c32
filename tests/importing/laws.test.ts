import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from '$lib/server/importing/undo';
import { Bench } from './store';

const later = '2026-11-20T03:00:00';

type Fault = 'none' | 'no_key' | 'bad_time' | 'backwards' | 'no_time' | 'bad_list';
const fault: fc.Arbitrary<Fault> = fc.oneof(
	{ weight: 6, arbitrary: fc.constant('none' as const) },
	fc.constantFrom<Fault>('no_key', 'bad_time', 'backwards', 'no_time', 'bad_list')
);
const row = fc.record({
	tender: fc.integer({ min: 1, max: 3 }),
	stage: fc.integer({ min: 1, max: 3 }),
	day: fc.integer({ min: 1, max: 3 }),
	fault
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
interface File {
	kind: 'schedule' | 'announcement' | 'scraped' | 'orders';
	pulled: number;
	rows: Row[];
}
const file: fc.Arbitrary<File> = fc.record({
	kind: fc.constantFrom('schedule', 'announcement', 'scraped', 'orders'),
	pulled: fc.integer({ min: 1, max: 9 }),
	rows: fc.array(row, { minLength: 1, maxLength: 8 })
});

/** A file as one of the exports, with what somebody has done to its rows. */
function write({ kind, pulled, rows }: File): string {
	const at = (day: number, hour: string) => `2025-03-0${day}${hour && ` ${hour}`}`;
	const lines = rows.map(({ tender, stage, day, fault }) => {
		const key = fault === 'no_key' ? '' : `T${tender}`;
		const from = fault === 'no_time' ? '' : at(day, '08:00');
		const to =
			fault === 'bad_time'
				? 'besok'
				: fault === 'backwards'
					? '2025-02-01 08:00'
					: from && at(day + 1, '16:00');
		switch (kind) {
			case 'schedule':
				return [9, key, 18800 + stage, stage, from, to, at(pulled, '')].join(';');
			case 'announcement':
				return [
					9,
					key,
					`P${tender % 2}`,
					['Selesai', 'Gagal/Batal', '-'][stage - 1],
					from,
					to,
					at(pulled, '')
				].join(';');
			case 'orders':
				return [
					key,
					'D1',
					from,
					['ON_PROCESS', 'CANCELLED', 'COMPLETED'][stage - 1],
					day,
					at(pulled, '')
				].join(';');
			case 'scraped': {
				const list = JSON.stringify([
					{ tahap: `Tahap ${stage}`, mulai: from, sampai: to },
					{ tahap: 'Akhir', mulai: at(8, '08:00'), sampai: at(9, '08:00') }
				]);
				const cell = fault === 'bad_list' ? '[{' : `"${list.replaceAll('"', '""')}"`;
				return [key, 'Paket', `Tahap ${stage}`, at(1, ''), cell].join(';');
			}
		}
	});
	return `${headers[kind]}\n${lines.join('\n')}\n`;
}
const headers = {
	schedule: 'kd_lpse;kd_tender;kd_tahapan;kd_akt;tgl_awal;tgl_akhir;_event_date',
	announcement:
		'kd_lpse;kd_tender;kd_pkt_dce;status_tender;tgl_buat_paket;tgl_pengumuman_tender;_event_date',
	orders: 'order_id;kode_klpd;order_date;status;shipment_status;last_update_ref',
	scraped: 'id_paket;nama_tender;tahap_tender_saat_ini;tanggal_pembuatan;jadwal'
};

describe('for exports with faults in their rows', () => {
	let one: Bench;
	let other: Bench;
	beforeAll(async () => {
		[one, other] = [await Bench.open(), await Bench.open()];
	});
	afterAll(async () => {
		await one.close();
		await other.close();
	});

	it('rows read = used + duplicates + rejected; order of files, a second time and an undo change nothing', async () => {
		const before = await one.dump();
		await fc.assert(
			fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
				const on = async (bench: Bench) =>
					Promise.all(files.map((file, i) => bench.file(`${i}.csv`, write(file))));
				const result = await one.import(await on(one));
				for (const [i, { file, rows, used, duplicates, rejected }] of result.files.entries()) {
					expect(rows, file).toBe(files[i]?.rows.length);
					expect(used + duplicates + rejected, file).toBe(rows);
				}
				const after = await one.dump();
				const reasons = new Set(
					(after.import_reject ?? []).map((text) => /'reason': (\w+)/.exec(text)?.[1])
				);
				expect(reasons.has(undefined)).toBe(false);

				await one.import(await on(one));
				expect(await one.dump()).toEqual(after);

				const reversed = await other.import((await on(other)).reverse());
				expect(await other.meaning()).toEqual(await one.meaning());

				await undoImport({ store: one.store, import: result.import ?? 0, now: later });
				await undoImport({ store: other.store, import: reversed.import ?? 0, now: later });
				expect(await one.dump()).toEqual(before);
			}),
			{ numRuns: 5 }
		);
	}, 300_000);

	it('undoing one of several imports leaves what the others say, as if it had never been', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(file, { minLength: 2, maxLength: 3, selector: write }),
				fc.nat(2),
				async (files, pick) => {
					const undone = pick % files.length;
					const numbers: number[] = [];
					for (const [i, file] of files.entries()) {
						const result = await one.import([await one.file(`${i}.csv`, write(file))]);
						numbers.push(result.import ?? 0);
					}
					await undoImport({ store: one.store, import: numbers[undone] ?? 0, now: later });
					const rest: number[] = [];
					for (const [i, file] of files.entries()) {
						if (i === undone) continue;
						const result = await other.import([await other.file(`${i}.csv`, write(file))]);
						rest.push(result.import ?? 0);
					}
					expect(await one.meaning()).toEqual(await other.meaning());
					for (const [i, number] of numbers.entries())
						if (i !== undone) await undoImport({ store: one.store, import: number, now: later });
					for (const number of rest)
						await undoImport({ store: other.store, import: number, now: later });
				}
			),
			{ numRuns: 4 }
		);
	}, 300_000);
});
