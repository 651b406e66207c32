import { createHash } from 'node:crypto';
import type { Sop } from '$lib/domain/sop/types';
import { versionKey } from '$lib/domain/sop/versions';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../../database/store';
import { prepareRebuild, rebuildCases } from '../../pipeline/rebuild';
import { carryOver } from './carry-over';
import { writeVersion } from './write-version';

/** A version of an SOP as the store has it. */
export interface FoundVersion {
	process: number;
	version: number;
	/** ISO date; null of one that is open-ended. */
	effectiveFrom: string | null;
	sop: Sop;
}

/** What became of an SOP that was written into the store. */
export interface Registered {
	process: number;
	version: number;
	/** Whether anything did; then the cases that the version judges are to be read anew. */
	changed: boolean;
	/** Whether it stands in the place of an earlier transcription of the same version. */
	replaced: boolean;
}

/**
 * Writes an SOP into the store. What comes into force on another date than all versions that are known stands beside them,
 * and judges the cases that start from then on; of a known date it is a correction, which takes that version's place.
 */
export async function registerSop(tx: Transaction, sop: Sop): Promise<Registered> {
	const document = JSON.stringify(sop);
	const contentHash = createHash('sha256').update(document).digest('hex');
	const versions = await tx.all('sop/catalogue_versions');
	const own = versions.filter((row) => row.sop === sop.id);
	const known = own.find((row) => row.effective_from === sop.effectiveFrom);
	if (known && known.content_hash === contentHash)
		return { process: known.process, version: known.version, changed: false, replaced: false };
	const process = own[0]?.process ?? (await addProcess(tx, sop));
	const version = known?.version ?? Math.max(0, ...versions.map((row) => row.version)) + 1;
	const replaced = known !== undefined;
	if (known) await carryOver(tx, JSON.parse(known.document) as Sop, sop);
	await writeVersion(tx, { sop, document, contentHash, process, version, replaces: replaced });
	await nameProcess(tx, sop.id, process);
	return { process, version, changed: true, replaced };
}

/**
 * Answers a version of an SOP.
 * @param asked the date from which it is in force, `open` for one without; null: the one that comes into force last
 * @throws UserError `unknown_sop` {sop, known}, `unknown_sop_version` {sop, version, known}
 */
export async function findVersion(
	store: Pick<Reading, 'all' | 'get'>,
	id: string,
	asked: string | null
): Promise<FoundVersion> {
	const found = await store.get('sop/version', { sop: id, since: asked });
	if (found)
		return {
			process: found.process,
			version: found.version,
			effectiveFrom: found.effective_from,
			sop: JSON.parse(found.document) as Sop
		};
	const rows = await store.all('sop/catalogue_versions');
	const own = rows.filter((row) => row.sop === id);
	if (asked === null || own.length === 0)
		throw new UserError('unknown_sop', {
			sop: id,
			known: [...new Set(rows.map((row) => row.sop))].join(', ')
		});
	throw new UserError('unknown_sop_version', {
		...{ sop: id, version: asked },
		known: own.map((row) => versionKey(row.effective_from)).join(', ')
	});
}

/** Lets a process be called as the version of its SOP that comes into force last. */
export async function nameProcess(tx: Transaction, id: string, process: number): Promise<void> {
	const newest = (await storedSops(tx)).find((sop) => sop.id === id);
	if (newest) await tx.run('reference/processes/rename', { process, title: newest.title });
}

/** Reads the cases anew that versions concern, those that they judged before included. Now as in rebuildCases. */
export async function readAnew(
	tx: Transaction,
	versions: readonly { process: number; version: number }[],
	now: string
): Promise<void> {
	await prepareRebuild(tx);
	for (const { process, version } of versions)
		await tx.run('reference/sops/touch_version', { process, version });
	if (await tx.get('reference/readings/any_touched')) await rebuildCases(tx, { now });
}

/** Answers the SOP documents of the store, by id, in the order of the catalogue; of each SOP the version that comes into force last. */
export async function storedSops(store: Pick<Store, 'all'>): Promise<Sop[]> {
	const rows = await store.all('reference/sops/documents');
	return rows.map((row) => JSON.parse(row.document) as Sop);
}

async function addProcess(tx: Transaction, sop: Sop): Promise<number> {
	const next = await tx.get('reference/processes/next');
	const process = next?.process ?? 1;
	await tx.run('reference/processes/add', { process, code: sop.id, title: sop.title, kind: 'sop' });
	return process;
}
