/** The office's own sign-in (OpenID Connect), as the settings describe it. */
export interface OfficeSettings {
	/** Address of the provider. */
	issuer: URL;
	clientId: string;
	clientSecret: string;
	/** Name of the claim that holds the role, or a list with it. */
	roleClaim: string;
	/** Name of the claim that lists codes of offices; null lets everybody see all of them. */
	unitsClaim: string | null;
	/** What the button calls it; null for the product's own word. */
	title: string | null;
}

/**
 * Reads the settings of the office's own sign-in: TEPAT_OIDC_ISSUER, TEPAT_OIDC_CLIENT_ID, TEPAT_OIDC_CLIENT_SECRET, and
 * where they differ TEPAT_OIDC_ROLE_CLAIM (`tepat_role`), TEPAT_OIDC_UNITS_CLAIM, TEPAT_OIDC_TITLE. undefined while it
 * is off: until all of the first three are set. A provider without https counts on this machine only.
 */
export function readOfficeSettings(
	env: Record<string, string | undefined> = process.env
): OfficeSettings | undefined {
	const { TEPAT_OIDC_ISSUER: address, TEPAT_OIDC_CLIENT_ID: clientId } = env;
	const clientSecret = env.TEPAT_OIDC_CLIENT_SECRET;
	if (!address || !clientId || !clientSecret || !URL.canParse(address)) return undefined;
	const issuer = new URL(address);
	const local = ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
	if (issuer.protocol !== 'https:' && !local) return undefined;
	return {
		issuer,
		clientId,
		clientSecret,
		roleClaim: env.TEPAT_OIDC_ROLE_CLAIM || 'tepat_role',
		unitsClaim: env.TEPAT_OIDC_UNITS_CLAIM || null,
		title: env.TEPAT_OIDC_TITLE || null
	};
}
