import { z } from 'zod';
import { headerFingerprint } from '$lib/domain/importing/fields';
import type { Field } from '$lib/domain/importing/fields';
import { Header } from '$lib/domain/importing/header';
import { makePlan } from '$lib/domain/importing/plan';
import type { Profile } from '$lib/domain/importing/profile';
import { profileSchema } from '$lib/domain/importing/profile';
import { mappedProfile } from '$lib/domain/importing/recognise';
import { parseTimeFormats } from '$lib/domain/importing/time-format';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../database/store';
import { loadProfiles, parseYaml } from './profiles';

/** A way to read a file that somebody has kept. */
export interface SavedProfile {
	number: number;
	name: string;
	/** Of the file whose mapping it was, see headerFingerprint; empty for a profile that was written. */
	header: string;
	/** As `profile` of an import names it: `profile.id`. */
	profile: Profile;
	/** The SOP and the office that went with it; null where none was chosen. */
	sop: string | null;
	unit: string | null;
	savedBy: string;
	/** UTC, ISO without zone. */
	savedAt: string;
}

/** How the columns of a file were mapped by hand. */
export interface Mapping {
	map: Partial<Record<Field, string>>;
	/** The profile that the map corrects, where there is one. */
	profile?: string | undefined;
	timeFormats?: readonly string[] | undefined;
	offsets?: 'false' | 'real' | undefined;
	sop?: string | undefined;
	unit?: string | undefined;
}

const content = z.object({
	profile: profileSchema,
	sop: z.string().nullable(),
	unit: z.string().nullable()
});

/**
 * Keeps a mapping for the next file with the same columns, in the place of what was kept for them before. Answers it.
 * @param given.columns the header of the file
 * @throws UserError `saved_profile_unnamed`; those of Header, mappedProfile, makePlan and parseTimeFormats
 */
export async function saveMapping(
	store: Store,
	given: { name: string; columns: readonly string[]; mapping: Mapping; by: string; now: string }
): Promise<SavedProfile> {
	const { mapping, columns } = given;
	const name = named(given.name);
	const times = [...(mapping.timeFormats ?? [])];
	parseTimeFormats(times);
	const header = new Header(columns, name);
	return store.write(async (tx) => {
		const known = [...loadProfiles(store.home).profiles, ...(await savedProfiles(tx))];
		const base = known.find(({ id }) => id === mapping.profile);
		const profile = mappedProfile(header, mapping.map, base);
		makePlan(profile, header);
		const number = (await tx.get('importing/saved/next'))?.saved_profile ?? 1;
		const saved: Profile = {
			...profile,
			id: `saved-${number}`,
			title: { id: name, en: name },
			recognise: [...new Set(Object.values(mapping.map))],
			offsets: mapping.offsets ?? profile.offsets,
			...(times.length > 0 ? { times } : {})
		};
		const fingerprint = headerFingerprint(columns);
		await tx.run('importing/saved/forget_header', { header: fingerprint });
		return add(tx, number, { ...given, name, header: fingerprint, profile: saved });
	});
}

/**
 * Keeps a profile that somebody has written, YAML as in data/export-profiles. Files are recognised by its columns as
 * by those of the profiles that come with the product.
 * @throws UserError `import_profile_broken` {file, line, place, detail}, `import_profile_process` {file, process, stage},
 * `import_profile_taken` {profile}
 */
export async function addProfile(
	store: Store,
	given: { text: string; by: string; now: string }
): Promise<SavedProfile> {
	const profile = parseYaml('YAML', given.text, profileSchema);
	const { processes } = loadProfiles(store.home);
	if (profile.process !== undefined && !processes.some(({ id }) => id === profile.process))
		throw new UserError('import_profile_process', {
			...{ file: 'YAML', process: profile.process, stage: profile.stage ?? '' }
		});
	return store.write(async (tx) => {
		const known = [...loadProfiles(store.home).profiles, ...(await savedProfiles(tx))];
		if (known.some(({ id }) => id === profile.id))
			throw new UserError('import_profile_taken', { profile: profile.id });
		const number = (await tx.get('importing/saved/next'))?.saved_profile ?? 1;
		return add(tx, number, {
			...given,
			name: profile.title.id,
			header: '',
			profile,
			mapping: { map: {} }
		});
	});
}

/** What was kept, by name. */
export async function listSavedProfiles(store: Pick<Reading, 'all'>): Promise<SavedProfile[]> {
	const rows = await store.all('importing/saved/list');
	return rows.flatMap((row) => {
		const parsed = content.safeParse(JSON.parse(row.content));
		// Kept by a release whose profiles this one cannot read any more: it is not offered.
		if (!parsed.success) return [];
		return {
			number: row.saved_profile,
			name: row.name,
			header: row.header,
			...parsed.data,
			savedBy: row.saved_by,
			savedAt: row.saved_at
		};
	});
}

/**
 * Forgets a kept way to read files; what was imported with it stays.
 * @throws UserError `unknown_saved_profile` {profile}
 */
export async function removeSavedProfile(store: Store, number: number): Promise<void> {
	const forgotten = await store.write((tx) =>
		tx.run('importing/saved/forget', { saved_profile: number })
	);
	if (forgotten === 0) throw new UserError('unknown_saved_profile', { profile: number });
}

async function savedProfiles(tx: Transaction): Promise<Profile[]> {
	return (await listSavedProfiles(tx)).map(({ profile }) => profile);
}

async function add(
	tx: Transaction,
	number: number,
	given: {
		name: string;
		header: string;
		profile: Profile;
		mapping: Mapping;
		by: string;
		now: string;
	}
): Promise<SavedProfile> {
	const { name, header, profile, mapping, by, now } = given;
	const kept = { profile, sop: mapping.sop ?? null, unit: mapping.unit ?? null };
	await tx.run('importing/saved/add', {
		saved_profile: number,
		name,
		header,
		content: JSON.stringify(kept),
		saved_by: by,
		saved_at: now
	});
	return { number, name, header, ...kept, savedBy: by, savedAt: now };
}

function named(name: string): string {
	const trimmed = name.trim();
	if (trimmed === '') throw new UserError('saved_profile_unnamed');
	return trimmed;
}
