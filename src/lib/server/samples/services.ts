import type { ActKind } from '$lib/domain/evaluations/flow';
import { totalOf } from '$lib/domain/evaluations/score';
import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { SampleManifest, SampleService } from '$lib/domain/samples/manifest';
import { loadCatalogue } from '../catalogue/load';
import type { Store, Transaction } from '../database/store';
import { SERVICE_SCHEME } from '../suppliers/schemes/load';
import { currentVersion, findSchemeHistory } from '../suppliers/schemes/versions';
import { MONITORING } from '../suppliers/services/publish';

interface Act {
	kind: ActKind;
	at: string;
	by: string;
}

/**
 * Adds the supporting services of the samples with their documents and evaluations. What was done with a sheet is read
 * from its case among the sample logs, so that the two cannot differ.
 * @param now the instant, UTC, ISO without zone
 */
export async function addSampleServices(
	store: Store,
	{ services, confirmations: { by } }: SampleManifest,
	now: string
): Promise<void> {
	let sheet = 0;
	const noOf = stepNumbers(store);
	await store.write(async (tx) => {
		for (const [at, given] of services.entries()) {
			const service = at + 1;
			await tx.run('samples/add_service', {
				...{ service, unit: given.unit, name: given.name, supplier: given.supplier },
				...{ started: given.started, ended: given.ended, notice_days: given.notice, by, now }
			});
			for (const { kind, reference, until } of given.documents)
				await tx.run('suppliers/services/add_document', {
					...{ service, kind, reference, valid_until: until, by, now }
				});
			for (const one of given.sheets)
				await addSheet(tx, { noOf, service, sheet: ++sheet, unit: given.unit, one });
		}
	});
}

async function addSheet(
	tx: Transaction,
	given: {
		noOf: (activity: string) => string | undefined;
		service: number;
		sheet: number;
		unit: string;
		one: SampleService['sheets'][number];
	}
): Promise<void> {
	const { noOf, service, sheet, unit, one } = given;
	const acts = one.case === undefined ? [] : await actsOf(tx, unit, one.case, noOf);
	const filled = acts.filter(({ kind }) => kind === 'filled').at(-1);
	const scheme = filled && currentVersion(await findSchemeHistory(tx, SERVICE_SCHEME)).scheme;
	const scores = Object.fromEntries(
		(scheme?.aspects ?? []).map(({ id }, at) => [id, one.scores[at] ?? null])
	);
	const first = scheme?.aspects[0]?.id ?? '';
	await tx.run('samples/add_sheet', {
		...{ sheet, service, case_key: one.case ?? `EVAL-${service}-${one.due.slice(0, 7)}-${sheet}` },
		...{ due: one.due, state: acts.at(-1)?.kind ?? 'due', revision: acts.length },
		scheme: scheme?.id ?? null,
		scheme_version: scheme?.version ?? null,
		scheme_document: scheme ? JSON.stringify(scheme) : null,
		scores: scheme ? JSON.stringify(scores) : null,
		comments: scheme ? JSON.stringify({ [first]: one.comment }) : null,
		total: scheme ? totalOf(scheme, { scores, terminated: false }).total : null,
		filled_by: filled?.by ?? null,
		follow_up: acts.some(({ kind }) => kind === 'documented') ? one.follow : null
	});
	for (const { kind, at, by } of acts)
		await tx.run('samples/add_act', {
			...{ sheet, kind, by, at, reason: kind === 'again' ? one.reason : null }
		});
}

/** The acts that the events of a case are; a decision after which the sheet was filled again asked for that. */
async function actsOf(
	tx: Transaction,
	unit: string,
	case_key: string,
	noOf: (activity: string) => string | undefined
): Promise<Act[]> {
	const events = await tx.all('samples/sheet_events', { unit, case_key });
	const kinds = ['checked', 'filled', 'received', 'approved', 'documented'] as const;
	// People also write beside the SOP: that is no act with the sheet.
	const steps = events.flatMap(({ activity, completed, actor }) => {
		const kind = kinds[Number(noOf(activity)) - 1];
		return kind ? [{ kind, at: completed, by: actor }] : [];
	});
	return steps.map((act, at) => ({
		...act,
		kind: act.kind === 'approved' && steps[at + 1]?.kind === 'filled' ? 'again' : act.kind
	}));
}

function stepNumbers(store: Store): (activity: string) => string | undefined {
	const steps = loadCatalogue(store.home).find(({ id }) => id === MONITORING)?.steps ?? [];
	const numbers = new Map(steps.map(({ activity, no }) => [normaliseActivity(activity), no]));
	return (activity) => numbers.get(normaliseActivity(activity));
}
