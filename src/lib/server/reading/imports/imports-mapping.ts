import { z } from 'zod';
import { normaliseHeader } from '$lib/domain/importing/fields';
import { spellings } from '$lib/domain/importing/spellings';

/** How the columns of an imported file were read. */
export interface ReadAs {
	/** Id of the profile; `mapped` for columns that were mapped by hand. */
	profile: string;
	/** Its title in both languages; null where the store no longer says. */
	title: { id: string; en: string } | null;
	/** The columns of the file by which its kind is told, empty when they were mapped by hand. */
	toldBy: string[];
	/** Field and column of the file, in the order of the profile. */
	columns: { field: string; column: string }[];
	timeFormats: string[];
	offsets: 'false' | 'real';
	/** Code of the office that was named for rows without one. */
	unit: string | null;
	/** Activities that files of this profile declare to show. */
	shows: string[];
}

const column = z.union([z.string(), z.array(z.string())]);

// Only what is shown: an import of an earlier version may have kept more or less beside it.
const kept = z.object({
	profile: z.object({
		id: z.string(),
		title: z.object({ id: z.string(), en: z.string() }).optional(),
		recognise: z.array(column).default([]),
		shows: z.array(z.string()).default([])
	}),
	columns: z.record(z.string(), z.string()).default({}),
	formats: z.array(z.string()).default([]),
	offsets: z.enum(['false', 'real']).default('false'),
	unit: z.string().nullable().default(null)
});

/** Reads what the store keeps about how a file was read. */
export function readMapping(file: { profile: string; mapping: string }): ReadAs {
	const blank: ReadAs = {
		profile: file.profile,
		title: null,
		toldBy: [],
		columns: [],
		timeFormats: [],
		offsets: 'false',
		unit: null,
		shows: []
	};
	let content: unknown;
	try {
		content = JSON.parse(file.mapping);
	} catch {
		return blank;
	}
	const parsed = kept.safeParse(content);
	if (!parsed.success) return blank;
	const { profile, columns, formats, offsets, unit } = parsed.data;
	const present = new Map(
		Object.values(columns).map((name) => [normaliseHeader(name), name] as const)
	);
	const toldBy = profile.recognise.flatMap((choice) => {
		const names = spellings(choice);
		const found = names.find((name) => present.has(normaliseHeader(name)));
		// A column that is not a field is known by its spelling only, where it has just one.
		return found === undefined
			? names.length === 1
				? names
				: []
			: [present.get(normaliseHeader(found)) ?? found];
	});
	return {
		profile: profile.id,
		title: profile.title ?? null,
		toldBy: profile.id === 'mapped' ? [] : toldBy,
		columns: Object.entries(columns).map(([field, name]) => ({ field, column: name })),
		timeFormats: formats,
		offsets,
		unit,
		shows: profile.shows
	};
}
