import { UserError } from '../user-error';
import type { Field } from './fields';
import { fields } from './fields';
import type { Header } from './header';
import type { Profile } from './profile';
import { spellings } from './spellings';

/**
 * Why a file is read as it is: a profile was named, its columns were recognised, they were mapped by hand, or a mapping
 * was kept for a file with the same columns.
 */
export interface Recognition {
	by: 'named' | 'recognised' | 'mapped' | 'remembered';
	/** The columns of the file that decided it, as the file writes them. */
	columns: string[];
}

/**
 * The profile whose telling columns a file has, all of them; of several the one with the most. Undefined when no
 * profile fits.
 */
export function recogniseProfile(
	header: Header,
	profiles: readonly Profile[]
): { profile: Profile; recognition: Recognition } | undefined {
	const fitting = profiles
		.filter((profile) => profile.recognise.every((column) => header.has(spellings(column))))
		.filter((profile) => !profile.absent.some((column) => header.has([column])))
		// A kind of file that is known by its own columns goes before the general event log.
		.sort((a, b) => b.recognise.length - a.recognise.length || (a.id < b.id ? -1 : 1));
	const profile = fitting[0];
	if (!profile) return undefined;
	return { profile, recognition: { by: 'recognised', columns: tellingColumns(profile, header) } };
}

/** The file's own names of the columns by which a profile is recognised. */
export function tellingColumns(profile: Profile, header: Header): string[] {
	const positions = profile.recognise.map((column) => header.find(spellings(column)));
	return [...new Set(positions)].flatMap((position) =>
		position === undefined ? [] : [header.names[position] ?? '']
	);
}

/**
 * The profile of a file whose columns were mapped by hand: a general long one, in which the columns named as a
 * field are that field unless the map says otherwise.
 * @param map field → column of the file
 * @throws UserError `import_column_missing` {file, column, present} for a mapped column that the file does not have
 */
export function mappedProfile(
	header: Header,
	map: Partial<Record<Field, string>>,
	base: Profile | undefined
): Profile {
	const own = base?.form === 'long' ? base : undefined;
	const mapped: Partial<Record<Field, string | string[]>> = {};
	const taken = new Set<string>();
	for (const field of fields) {
		const column = map[field];
		if (column === undefined) continue;
		const position = header.find([column]);
		if (position === undefined)
			throw new UserError('import_column_missing', {
				file: header.file,
				column,
				present: header.names.join(', ')
			});
		mapped[field] = header.names[position] ?? column;
		taken.add(header.names[position] ?? column);
	}
	for (const field of fields) {
		if (mapped[field] !== undefined) continue;
		const position = header.find(own?.fields[field] ? spellings(own.fields[field]) : [field]);
		const name = position === undefined ? undefined : header.names[position];
		if (name !== undefined && !taken.has(name)) mapped[field] = name;
	}
	return {
		...(own ?? blankProfile),
		fields: mapped
	};
}

const blankProfile: Extract<Profile, { form: 'long' }> = {
	id: 'mapped',
	title: { id: 'Pemetaan sendiri', en: 'Own mapping' },
	form: 'long',
	recognise: [],
	absent: [],
	ignore: [],
	offsets: 'false',
	fields: {},
	kind: 'actual',
	precision: 'second',
	repeats: 'events',
	governs: {}
};
