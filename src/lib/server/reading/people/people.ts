import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../../database/generated/queries';
import type { Reading } from '../../database/store';

export type PersonRoleRow = Queries['people/list']['row'];
export type UnnamedPerson = Queries['people/unnamed']['row'];
export type ActorCoverage = Queries['people/coverage']['row'];

const UNNAMED_SHOWN = 30;

/** Who has which role in the offices that the reader sees, and how much of the logs that lets judge. */
export interface People {
	rows: PersonRoleRow[];
	/** Who acts in the logs and is not in the table, most events first. */
	unnamed: readonly UnnamedPerson[];
	coverage: ActorCoverage;
	/** The actors that SOPs name: the roles a person can have. */
	roles: string[];
	units: { code: string; name: string }[];
}

/**
 * Answers the persons and roles of an office, or of all.
 * @throws UserError `unknown_unit` {unit, known}
 */
export async function readPeople(store: Reading, unit: string | null): Promise<People> {
	const units = (await store.kept('reading/units')).map(({ code, name }) => ({ code, name }));
	if (unit !== null && !units.some(({ code }) => code === unit)) {
		throw new UserError('unknown_unit', { unit, known: units.map(({ code }) => code).join(', ') });
	}
	const [rows, unnamed, [coverage], roles] = await Promise.all([
		store.all('people/list', { unit }),
		store.kept('people/unnamed', { unit, most: UNNAMED_SHOWN }),
		store.kept('people/coverage', { unit }),
		store.all('people/roles')
	]);
	if (!coverage) throw new Error('an aggregate without a row');
	return { rows, unnamed, coverage, roles: roles.map(({ role }) => role), units };
}
