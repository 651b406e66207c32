import { m } from '$lib/paraglide/messages';

const NAMES: Record<string, () => string> = {
	admin: m.accounts_role_admin,
	analis: m.accounts_role_analis,
	kepala: m.accounts_role_kepala,
	inspektur: m.accounts_role_inspektur,
	'inspektur-unit': m.accounts_role_inspektur_unit
};

/** The interface's word for a role; the text itself for one it does not know. */
export function roleName(role: string): string {
	return NAMES[role]?.() ?? role;
}
