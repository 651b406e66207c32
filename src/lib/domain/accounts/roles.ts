/** What a person is in the office, from the one who runs the installation to the one who inspects it. */
export const ROLES = ['admin', 'analis', 'kepala', 'inspektur'] as const;
export type Role = (typeof ROLES)[number];

/** What a program may do with an access token. */
export const TOKEN_ACTIONS = ['check', 'import'] as const;
export type TokenAction = (typeof TOKEN_ACTIONS)[number];

/** Whether a text names a role. */
export function isRole(text: unknown): text is Role {
	return ROLES.some((role) => role === text);
}

/** Who asks for something. */
export interface Person {
	/** null for the visitor of a demonstration, who has no account. */
	account: number | null;
	/** What they sign in with; the record of who did what names them by it. */
	name: string;
	fullName: string;
	role: Role;
	/** Codes of the offices they are held to; null sees all of them. */
	units: readonly string[] | null;
	/** How they came: with a session of a browser, with an access token, or as visitor of a demonstration. */
	by: 'session' | 'token' | 'demo';
	/** Of a token: what it may do; null for everything the role may. */
	actions: readonly TokenAction[] | null;
}

/**
 * The offices of somebody who is held to some and acts through something that is held to one: never more than either
 * allows, so that a token does not outlive its owner's rights.
 * @returns codes; null for all, an empty list for none
 */
export function unitsOfToken(
	owner: readonly string[] | null,
	unit: string | null
): readonly string[] | null {
	if (unit === null) return owner;
	return owner === null || owner.includes(unit) ? [unit] : [];
}
