import { rm, writeFile } from 'node:fs/promises';
import { isActKind, STEP_OF_ACT, type ActKind } from '$lib/domain/evaluations/flow';
import { toCsv } from '$lib/domain/csv/to-csv';
import { noteImportUnits } from '../../accounts/import-units';
import { loadCatalogue } from '../../catalogue/load';
import type { Store } from '../../database/store';
import { importFiles } from '../../importing/import-files';

/** The SOP whose steps the acts with a sheet complete. */
export const MONITORING = 'jateng-pemantauan-kinerja';
const PROPOSAL = 'jateng-usulan-pengadaan';

/**
 * Lays the events of the evaluation flow among the cases of its SOP, through the same import as any log, so that the
 * procedure is measured like any other and each event leads to its row. An evaluation that is documented with an
 * extension or a replacement opens a case of the procurement proposal: its first step has begun, nobody did it yet.
 * Acts that are there are not laid in twice; what a stopped process left is taken up with the next act.
 * @param now the instant, UTC, ISO without zone
 * @returns how many acts were laid in
 */
export async function publishActs(
	store: Store,
	{ by, now }: { by: string; now: string }
): Promise<number> {
	const acts = await store.all('suppliers/services/acts', { sheet: null, unpublished: true });
	if (acts.length === 0) return 0;
	const catalogue = loadCatalogue(store.home);
	const stepOf = (id: string, no: string) => {
		const step = catalogue.find((sop) => sop.id === id)?.steps.find((one) => one.no === no);
		if (!step) throw new RangeError(`${id} has no step ${no}`);
		return step;
	};
	const first = stepOf(PROPOSAL, '1');
	const time = (at: string) => at.replace('T', ' ').slice(0, 19);
	const monitoring = acts.map((act) => {
		const step = stepOf(MONITORING, STEP_OF_ACT[kindOf(act.act_kind)]);
		return {
			kasus: act.case_key,
			kegiatan: step.activity,
			mulai: '',
			selesai: time(act.acted_at),
			pelaksana: act.full_name,
			peran: step.actors[0] ?? '',
			unit: act.unit
		};
	});
	const proposals = acts
		.filter((act) => act.act_kind === 'documented' && act.follow_up !== 'none')
		.map((act) => ({
			kasus: `USUL-${act.case_key}`,
			kegiatan: first.activity,
			mulai: time(act.acted_at),
			selesai: '',
			pelaksana: '',
			peran: first.actors[0] ?? '',
			unit: act.unit
		}));
	const span = `${acts[0]?.act ?? 0}-${acts.at(-1)?.act ?? 0}`;
	const logs = [
		{ name: `evaluasi-pendukung-layanan-${span}.csv`, sop: MONITORING, rows: monitoring },
		{ name: `usulan-pengadaan-${span}.csv`, sop: PROPOSAL, rows: proposals }
	].filter(({ rows }) => rows.length > 0);
	const files = await Promise.all(
		logs.map(async ({ name, sop, rows }) => {
			const path = store.workFile('csv');
			await writeFile(path, toCsv(COLUMNS, rows));
			return { path, name, reading: { sop } };
		})
	);
	try {
		await importFiles({ store, files, by, now });
	} finally {
		await Promise.all(files.map(({ path }) => rm(path, { force: true })));
	}
	await noteImportUnits(store);
	await store.write(async (tx) => {
		for (const { act } of acts) await tx.run('suppliers/services/publish_act', { act });
	});
	return acts.length;
}

const COLUMNS = ['kasus', 'kegiatan', 'mulai', 'selesai', 'pelaksana', 'peran', 'unit'].map(
	(key) => ({
		key,
		label: key,
		type: 'text' as const
	})
);

function kindOf(text: string): ActKind {
	if (!isActKind(text)) throw new RangeError(`no act with a sheet: ${text}`);
	return text;
}
