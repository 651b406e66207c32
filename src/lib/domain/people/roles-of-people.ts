import { isDate } from '../filters/period';
import { UserError } from '../user-error';

/** That a person of an office has a role of the SOPs from a date until another, both included. */
export interface PersonRole {
	/** The name or number as logs write it. */
	person: string;
	/** The name of an actor of an SOP. */
	role: string;
	from: string;
	/** null: still. */
	until: string | null;
}

const LONGEST_NAME = 200;

/** A name as it is compared: small letters, everything else one blank; so logs may write it a little otherwise. */
export function plainName(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Reads what somebody wrote down, with the role in the spelling of the SOPs: a role that no SOP names could fit no step, and a
 * slip of the pen would accuse a person.
 * @param roles the actors that SOPs name
 * @throws UserError `people_person_missing`, `people_role_missing`, `people_role_unknown` {role}, `people_date` {value},
 * `people_until_before_from` {from, until}, `text_too_long` {most}
 */
export function readPersonRole(
	written: { person: string; role: string; from: string; until: string },
	roles: readonly string[]
): PersonRole {
	const person = written.person.trim().replace(/\s+/g, ' ');
	if (plainName(person) === '') throw new UserError('people_person_missing');
	if (person.length > LONGEST_NAME) throw new UserError('text_too_long', { most: LONGEST_NAME });
	const wanted = plainName(written.role);
	if (wanted === '') throw new UserError('people_role_missing');
	const role = roles.find((name) => plainName(name) === wanted);
	if (role === undefined) throw new UserError('people_role_unknown', { role: written.role.trim() });
	const [from, until] = [written.from.trim(), written.until.trim()];
	for (const value of until === '' ? [from] : [from, until]) {
		if (!isDate(value)) throw new UserError('people_date', { value: value === '' ? '—' : value });
	}
	if (until !== '' && until < from)
		throw new UserError('people_until_before_from', { from, until });
	return { person, role, from, until: until === '' ? null : until };
}
