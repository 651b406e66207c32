import type { Field } from '$lib/domain/importing/fields';
import type { Header } from '$lib/domain/importing/header';
import type { Profile } from '$lib/domain/importing/profile';
import type { Recognition } from '$lib/domain/importing/recognise';
import { mappedProfile, recogniseProfile, tellingColumns } from '$lib/domain/importing/recognise';
import { headerFingerprint } from '$lib/domain/importing/fields';
import { UserError } from '$lib/domain/user-error';
import type { SavedProfile } from './saved-profiles';

/**
 * The profile by which a file is read, and why: the one that was named, the columns that were mapped by hand, what was
 * kept for a file with the same columns, or the one that its columns show.
 * @throws UserError `import_profile_unknown` {profile, known}, `import_column_missing` {file, column, present},
 * `import_unmapped` {file, present} when nothing fits
 */
export function chooseProfile(
	header: Header,
	given: {
		profile: string | undefined;
		map: Partial<Record<Field, string>>;
		profiles: readonly Profile[];
		/** What people have kept. */
		saved?: readonly SavedProfile[];
	}
): { profile: Profile; recognition: Recognition; remembered?: SavedProfile } {
	const { map, saved = [] } = given;
	const profiles = [...given.profiles, ...saved.map(({ profile }) => profile)];
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
	const fingerprint = headerFingerprint(header.names);
	const remembered = saved.find((one) => one.header === fingerprint);
	if (remembered) {
		const { profile } = remembered;
		const columns = tellingColumns(profile, header);
		return { profile, recognition: { by: 'remembered', columns }, remembered };
	}
	// What was mapped by hand for one header is not offered for others that happen to have some of its columns.
	const written = saved.filter((one) => one.header === '').map(({ profile }) => profile);
	const recognised = recogniseProfile(header, [...given.profiles, ...written]);
	if (recognised) return recognised;
	throw new UserError('import_unmapped', { file: header.file, present: header.names.join(', ') });
}
