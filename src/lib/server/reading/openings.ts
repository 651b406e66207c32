import { NO_FILTERS } from '$lib/domain/filters/filters';
import type { Reading, Store } from '../database/store';
import { readSuppliers } from '../suppliers/read-suppliers';
import { parseDeviationFilters } from './deviations/deviation-filters';
import { summariseDeviations } from './deviations/deviation-groups';
import { listDeviations } from './deviations/deviation-list';
import { MAX_REPLAYED, readEvents } from './mining/dots';
import { parseMapChoice, readMap } from './mining/map';
import { findMined, listMined } from './mining/mined-process';
import { HANDOVERS, readBudgets, readHandovers, readTimes, readWorkload } from './mining/times';
import { listVariants } from './mining/variants';
import { readOverview } from './overview/overview';
import { choosePackages, readPackages, SHOWN } from './packages/packages';
import { readPeople } from './people/people';
import { scopeOfFilters } from './scope';
import { loadShell } from './shell';
import { readCatalogue } from './sops/sop-catalogue';
import { readSheet } from './sops/sop-sheet';

/** Processes whose pages are read, those with most cases; and whose animation is: its points are large. */
const PROCESSES = 8;
const ANIMATED = 2;

/** What a page of everything is read with. */
type Opening = Reading & Pick<Store, 'arrow' | 'home'>;

/**
 * Reads what the pages show while nothing is filtered, the overview first, so that their heavy answers are kept when
 * somebody comes. What fails is left: whoever opens that page is told why.
 */
export async function readOpenings(store: Opening): Promise<void> {
	for (const read of [
		() => loadShell(store),
		() => readOverview(store, NO_FILTERS),
		() => everyScope(store).then((scope) => readSuppliers(store, scope)),
		() => openDeviations(store),
		() => everyScope(store).then((scope) => readCatalogue(store, scope)),
		() => openPackages(store),
		() => readPeople(store, null),
		() => openProcesses(store)
	])
		await read().catch(() => undefined);
}

function everyScope(store: Reading) {
	return scopeOfFilters(store, NO_FILTERS);
}

async function openDeviations(store: Reading): Promise<void> {
	const scope = await everyScope(store);
	const filters = parseDeviationFilters(new URLSearchParams(), null);
	await summariseDeviations(store, { scope, filters });
	await summariseDeviations(store, { scope, filters: { ...filters, state: null } });
	await store.kept('deviations/document_coverage', scope);
	await listDeviations(store, { scope, filters, place: { key: null, backward: false } });
}

async function openPackages(store: Opening): Promise<void> {
	const found = await choosePackages(store, null, NO_FILTERS);
	if (found) await readPackages(store, { ...found, ...SHOWN });
}

async function openProcesses(store: Opening): Promise<void> {
	const processes = (await listMined(store, NO_FILTERS)).slice(0, PROCESSES);
	for (const [place, { code }] of processes.entries()) {
		const mined = await findMined(store, code, { ...NO_FILTERS, sop: code });
		await readMap(store, mined, parseMapChoice(new URLSearchParams()));
		await readTimes(store, mined);
		await readBudgets(store, mined);
		await readHandovers(store, mined, HANDOVERS);
		await readWorkload(store, mined);
		await listVariants(store, mined, { page: 1 });
		if (mined.version !== null) await readSheet(store, code, await everyScope(store));
		if (place < ANIMATED)
			await readEvents(store, mined, { sort: 'start', variant: null, most: MAX_REPLAYED });
	}
}
