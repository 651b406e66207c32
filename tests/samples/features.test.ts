import { expect, test } from 'vitest';
import { formatLocal } from '$lib/domain/calendar/local-time';
import { readManifest } from '$lib/server/samples/manifest';
import { home, logs, readPackages, takesLoop } from './sample-logs';
import type { LoggedCase, LogRow } from './sample-logs';

const manifest = readManifest(home);
const all = logs.flatMap(({ sop, cases }) => cases.map((one) => ({ sop, one })));
const log = (id: string) => logs.find(({ sop }) => sop.id === id)?.cases ?? [];
const count = (matches: (given: (typeof all)[number]) => boolean) => all.filter(matches).length;
const times = ({ rows }: LoggedCase) => rows.flatMap((row) => [row.mulai, row.selesai]);
const last = (one: LoggedCase) => times(one).filter(Boolean).sort().at(-1) ?? '';
const endsOf = ({ sop, one }: (typeof all)[number]) => {
	const step = one.steps.filter(Boolean).at(-1);
	return sop.steps.some((own) => own === step && own.end);
};
const cancelled = (one: LoggedCase) => one.rows.some((row) => row.status === 'Dibatalkan');

test('there are about two thousand cases, and some of every SOP in every office', () => {
	expect(all.length).toBeGreaterThan(1800);
	expect(all.length).toBeLessThan(2600);
	for (const { cases } of logs)
		for (const { code } of manifest.units)
			expect(cases.filter(({ rows }) => rows[0]?.unit === code).length).toBeGreaterThan(10);
});

test('the logs end at the data date', () => {
	const at = formatLocal(manifest.dataDate).replace('T', ' ');
	const latest = all.map(({ one }) => last(one)).sort();
	expect((latest.at(-1) ?? '') <= at).toBe(true);
	expect(latest.at(-1)?.slice(0, 10)).toBe('2026-10-30');
	expect(latest[0]?.slice(0, 7)).toBe('2026-01');
});

test.each([
	['pos-epurchasing', 15],
	['oganilir-03', 6],
	['oganilir-04', 6],
	['oganilir-05', 6],
	['oganilir-06', 5],
	['jateng-pemantauan-kinerja', 5]
])('%s is taken back to an earlier step in some cases', (id, least) => {
	const { sop, cases } = logs.find((one) => one.sop.id === id) ?? { sop: undefined, cases: [] };
	expect(cases.filter(({ steps }) => sop && takesLoop(sop, steps)).length).toBeGreaterThanOrEqual(
		least
	);
});

test('both ends of the branch of a request for procurement are reached', () => {
	const lastSteps = log('jateng-usulan-pengadaan').map(({ steps }) => steps.at(-1)?.id);
	expect(lastSteps.filter((id) => id === '8').length).toBeGreaterThan(8);
	expect(lastSteps.filter((id) => id === '7').length).toBeGreaterThan(20);
});

test('every flow of the LKPP standard occurs, with its milestones', () => {
	const cases = log('lkpp-epurchasing');
	const flows = new Set(cases.map(({ steps }) => steps[0]?.flow));
	expect([...flows].sort()).toEqual(['email', 'kldi', 'kunjungan', 'penyedia', 'surat', 'telepon']);
	const said = (text: string) =>
		cases.filter(({ rows }) => rows.some((row) => row.kegiatan?.includes(text))).length;
	expect(said('Surat diterima oleh Subdit')).toBeGreaterThan(40);
	expect(said('Pelatihan mulai')).toBeGreaterThan(10);
});

test('some cases leave a step out, exchange two, or do what is no step', () => {
	const skipped = count(({ sop, one }) =>
		one.steps.some((step, place) => {
			const next = one.steps[place + 1];
			if (!step || !next) return false;
			const over = sop.steps.indexOf(next) - sop.steps.indexOf(step);
			return over === 2 && !step.next.some((edge) => edge.to === next.id);
		})
	);
	const exchanged = count(({ one }) =>
		one.steps.some((step, place) => {
			const [next, third] = [one.steps[place + 1], one.steps[place + 2]];
			return Boolean(
				step &&
				next &&
				third &&
				next.next.some((edge) => edge.to === step.id) &&
				third !== step &&
				!step.next.some((edge) => edge.to === next.id)
			);
		})
	);
	const repeated = count(({ one }) =>
		one.steps.some((step, place) => step !== undefined && step === one.steps[place + 1])
	);
	expect(skipped).toBeGreaterThan(25);
	expect(exchanged).toBeGreaterThan(12);
	expect(repeated).toBeGreaterThan(15);
	expect(count(({ one }) => one.foreign > 0)).toBeGreaterThan(20);
});

test('some steps are done by another actor than the SOP names', () => {
	const wrong = all.flatMap(({ one }) =>
		one.rows.filter((row) => {
			const step = one.steps.find((own) => own?.activity === row.kegiatan);
			return step !== undefined && !step.actors.includes(row.peran ?? '');
		})
	);
	expect(wrong.length).toBeGreaterThan(40);
	expect(wrong.length).toBeLessThan(400);
});

test('some cases are cancelled, abandoned, running', () => {
	expect(count(({ one }) => cancelled(one))).toBeGreaterThan(15);
	const unfinished = all.filter((given) => !endsOf(given) && !cancelled(given.one));
	expect(unfinished.filter(({ one }) => last(one) < '2026-09-01').length).toBeGreaterThan(15);
	expect(unfinished.filter(({ one }) => last(one) > '2026-10-01').length).toBeGreaterThan(25);
	const begun = count(({ one }) => one.rows.some((row) => row.mulai && row.selesai === ''));
	expect(begun).toBeGreaterThan(15);
});

test('some rows have a completion only, and some logs write dates without a clock', () => {
	const without = all.filter(({ one }) => one.rows.every((row) => row.mulai === ''));
	expect(without.length).toBeGreaterThan(40);
	expect(log('oganilir-01').some((one) => last(one).length === 10)).toBe(true);
	expect(log('badung-02').every((one) => last(one).length === 10)).toBe(true);
});

test.each(manifest.outages.map((outage) => [outage.reason, outage] as const))(
	'cases of the minute services are held up: %s',
	(_, { unit, from, until }) => {
		const [start, end] = [from, until].map((at) => formatLocal(at).replace('T', ' '));
		const held = count(
			({ sop, one }) =>
				sop.warnsOutage &&
				one.rows.some(
					(row) =>
						row.unit === unit &&
						row.mulai &&
						row.selesai &&
						row.mulai < (end ?? '') &&
						row.selesai > (start ?? '')
				)
		);
		expect(held).toBeGreaterThan(8);
	}
);

test('the offices spell activities in different ways', () => {
	const spellings = new Set(
		log('pos-epurchasing').flatMap(({ rows, steps }) =>
			rows.filter((_, place) => steps[place]?.no === '11').map((row) => row.kegiatan)
		)
	);
	expect(spellings.size).toBeGreaterThan(1);
});

test('the packages narrow from announcement to handover, and failed ones are tried again', () => {
	const rows = (name: string): LogRow[] => readPackages(name);
	const keys = (name: string) => new Set(rows(name).map((row) => String(row.kd_nontender))).size;
	const announced = rows('SPSE-NonTenderPengumuman.json');
	const funnel = [
		announced.length,
		keys('SPSE-NonTenderSelesai.json'),
		keys('SPSE-NonTenderEkontrak-1SPPBJ.csv'),
		keys('SPSE-NonTenderEkontrak-2Kontrak.csv'),
		keys('SPSE-NonTenderEkontrak-3SPMKSPP.csv'),
		keys('SPSE-NonTenderEkontrak-4BAPBAST.csv')
	];
	expect(funnel).toEqual([...funnel].sort((a, b) => b - a));
	expect(new Set(funnel).size).toBe(6);
	expect(funnel[0]).toBeGreaterThan(165);
	expect(funnel[5]).toBeGreaterThan(20);
	expect(announced.filter((row) => row.status_nontender === 'Gagal/Batal').length).toBeGreaterThan(
		8
	);
	expect(new Set(announced.map((row) => row.kd_pkt_dce)).size).toBeLessThan(announced.length - 4);
	expect(rows('SPSE-JadwalTahapanNonTender.csv').length).toBe(5 * announced.length);
});

test('contracts lie inside, before and after their planned window', () => {
	const windows = new Map(
		readPackages('SPSE-JadwalTahapanNonTender.csv')
			.filter((row) => row.kd_tahapan === '18841')
			.map((row) => [row.kd_nontender, row])
	);
	const places = { early: 0, inside: 0, late: 0 };
	for (const { kd_nontender, tgl_kontrak, versi_addendum } of readPackages(
		'SPSE-NonTenderEkontrak-2Kontrak.csv'
	)) {
		const window = windows.get(kd_nontender);
		const date = tgl_kontrak?.slice(0, 10) ?? '';
		if (versi_addendum !== '0' || !window) continue;
		if (date < (window.tgl_awal ?? '').slice(0, 10)) places.early++;
		else if (date > (window.tgl_akhir ?? '').slice(0, 10)) places.late++;
		else places.inside++;
	}
	expect(places.early).toBeGreaterThan(1);
	expect(places.late).toBeGreaterThan(2);
	expect(places.inside).toBeGreaterThan(8 * places.late);
});
