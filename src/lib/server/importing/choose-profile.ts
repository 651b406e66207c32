import type { Field } from '$lib/domain/importing/fields';
import type { Header } from '$lib/domain/importing/header';
import type { Profile } from '$lib/domain/importing/profile';
import type { Recognition } from '$lib/domain/importing/recognise';
import { mappedProfile, recogniseProfile, tellingColumns } from '$lib/domain/importing/recognise';
import { UserError } from '$lib/domain/user-error';

/**
 * The profile by which a file is read, and why: the one that was named, the columns that were mapped by hand, or the
 * one that its columns show.
 * @throws UserError `import_profile_unknown` {profile, known}, `import_column_missing` {file, column, present},
 * `import_unmapped` {file, present} when nothing fits
 */
export function chooseProfile(
	header: Header,
	given: {
		profile: string | undefined;
		map: Partial<Record<Field, string>>;
		profiles: readonly Profile[];
	}
): { profile: Profile; recognition: Recognition } {
	const { map, profiles } = given;
	const named = profiles.find(({ id }) => id === given.profile);
	if (given.profile !== undefined && !named)
		throw new UserError('import_profile_unknown', {
			profile: given.profile,
			known: profiles.map(({ id }) => id).join(', ')
		});
	if (Object.keys(map).length > 0)
		return {
			profile: mappedProfile(header, map, named),
			recognition: { by: 'mapped', columns: Object.values(map) }
		};
	if (named)
		return {
			profile: named,
			recognition: { by: 'named', columns: tellingColumns(named, header) }
		};
	const recognised = recogniseProfile(header, profiles);
	if (recognised) return recognised;
	throw new UserError('import_unmapped', { file: header.file, present: header.names.join(', ') });
}
