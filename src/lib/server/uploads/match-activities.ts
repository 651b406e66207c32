import { rm } from 'node:fs/promises';
import { StepIndex, type StepMatch } from '$lib/domain/suggesting/steps';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import type { Store, Transaction } from '../database/store';
import { chooseProfile } from '../importing/choose-profile';
import { makePlan } from '$lib/domain/importing/plan';
import { parseTimeFormats } from '$lib/domain/importing/time-format';
import { prepareImport } from '../importing/prepare';
import { loadProfiles } from '../importing/profiles';
import { readHeader, readRecords } from '../importing/read-file';
import { listSavedProfiles } from '../importing/saved-profiles';
import { stageFile } from '../importing/staging/stage-file';
import type { ImportProgress } from '../importing/types';
import { savedAliases } from '../reference/sops/carry-over';
import type { FileReading } from './job-request';
import type { Upload } from './uploads';

/** What files say happened, and which steps of an SOP that is. */
export interface ActivityMatches {
	sop: string;
	/** Steps and milestones that an activity can be, in the order of the document; `no` is '' for a milestone. */
	steps: { id: string; no: string; text: string }[];
	/** Commonest first. */
	activities: { text: string; step: string; records: number; match: StepMatch }[];
	/** Whether there are more different activities than are answered. */
	more: boolean;
}

const mostActivities = 400;

/**
 * Which steps of the SOP the activities of files are, all their rows read; null for files that are executions of no
 * SOP, or whose activities are their columns.
 * @throws UserError of stageFile, readHeader, chooseProfile, makePlan, readRecords; `unknown_sop` {sop, known}
 */
export async function matchActivities(
	store: Store,
	given: {
		uploads: readonly Upload[];
		reading: FileReading;
		onProgress: (progress: ImportProgress) => void;
		signal: AbortSignal;
	}
): Promise<ActivityMatches | null> {
	const { sop: id } = given.reading;
	if (id === undefined) return null;
	const row = (await store.all('sop/catalogue_versions')).findLast(({ sop }) => sop === id);
	if (!row) throw new UserError('unknown_sop', { sop: id, known: '—' });
	const sop = JSON.parse(row.document) as Sop;
	const saved = await savedAliases(store, sop);
	const savedFor = (step: string) =>
		saved.flatMap((alias) => (alias.step === step ? alias.text : []));
	const steps = [
		...sop.steps.map((step) => ({ ...step, text: step.activity })),
		...sop.milestones.map((milestone) => ({ ...milestone, no: '', text: milestone.title }))
	].map(({ id: step, no, text, aliases }) => ({
		id: step,
		no,
		text,
		aliases,
		saved: savedFor(step)
	}));
	const counts = new Map<string, { text: string; step: string; records: number }>();
	for (const upload of given.uploads)
		for (const { text, step, records } of (await readActivities(store, upload, given)) ?? []) {
			const key = JSON.stringify([text, step]);
			const known = counts.get(key);
			counts.set(key, { text, step, records: records + (known?.records ?? 0) });
		}
	if (counts.size === 0) return null;
	const index = new StepIndex(steps);
	const activities = [...counts.values()].sort(
		(a, b) => b.records - a.records || (a.text < b.text ? -1 : 1)
	);
	return {
		sop: id,
		steps: steps.map(({ id: step, no, text }) => ({ id: step, no, text })),
		activities: activities
			.slice(0, mostActivities)
			.map((activity) => ({ ...activity, match: index.match(activity) })),
		more: activities.length > mostActivities
	};
}

type Activities = { text: string; step: string; records: number }[];

async function readActivities(
	store: Store,
	upload: Upload,
	{ reading, onProgress, signal }: Parameters<typeof matchActivities>[1]
): Promise<Activities | undefined> {
	const file = upload.name;
	const onBytes = (bytes: number, size: number) =>
		onProgress({ phase: 'copying', file, fraction: size === 0 ? 1 : bytes / size });
	onBytes(0, 1);
	const staged = await stageFile(upload, store.workFile('staged'), signal, { onBytes });
	try {
		onProgress({ phase: 'reading', file, fraction: undefined });
		const read = async (tx: Transaction): Promise<Activities | undefined> => {
			await prepareImport(tx);
			const { header, records } = await readHeader(tx, staged);
			const { profiles } = loadProfiles(store.home);
			const saved = await listSavedProfiles(tx);
			const given = { profile: reading.profile, map: reading.map ?? {}, profiles, saved };
			const { profile } = chooseProfile(header, given);
			if (profile.form !== 'long' || profile.process !== undefined) return undefined;
			const plan = makePlan(profile, header);
			const explicit = parseTimeFormats(reading.timeFormats ?? []).length > 0;
			await readRecords(tx, { file: staged, number: 1, plan, records, explicit });
			return tx.all('uploads/steps/activities', { most: mostActivities + 1 });
		};
		// Nothing is stored: all of it happens before the transaction.
		return await store.writePrepared(read, (_, activities) => Promise.resolve(activities), {
			signal,
			onProgress: ({ percentage }) =>
				onProgress({ phase: 'reading', file, fraction: percentage / 100 })
		});
	} finally {
		await rm(staged.path, { force: true });
	}
}
