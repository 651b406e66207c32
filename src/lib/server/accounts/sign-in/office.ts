import * as oidc from 'openid-client';
import { ROLES, type Role } from '$lib/domain/accounts/roles';
import { UserError } from '$lib/domain/user-error';
import { appendAudit, type Actor } from '../../audit/append';
import type { Store, Transaction } from '../../database/store';
import { addAccount, changeIn, findAccount, unitsOf } from '../people';
import { beginSession, type Origin } from '../sessions';
import type { OfficeSettings } from './office-settings';

/** What is remembered between leaving for the provider and coming back; it stands in a cookie of the browser. */
export interface Departure {
	state: string;
	nonce: string;
	verifier: string;
	/** Path of this site to which the person wanted. */
	next: string;
}

let discovered: { key: string; configuration: Promise<oidc.Configuration> } | undefined;

/** The provider's description of itself, asked for once; a failure is asked for again. */
async function configurationOf(settings: OfficeSettings): Promise<oidc.Configuration> {
	const key = `${settings.issuer.href} ${settings.clientId}`;
	if (discovered?.key !== key) {
		const insecure = settings.issuer.protocol === 'http:';
		discovered = {
			key,
			configuration: oidc.discovery(
				settings.issuer,
				settings.clientId,
				settings.clientSecret,
				undefined,
				{
					execute: [
						// The signature of what it says is verified too, not only the way it came.
						oidc.enableNonRepudiationChecks,
						// Only for a provider on this machine, see readOfficeSettings.
						...(insecure ? [oidc.allowInsecureRequests] : [])
					]
				}
			)
		};
	}
	const { configuration } = discovered;
	return configuration.catch((error: unknown) => {
		discovered = undefined;
		throw new UserError('office_unreachable', {}, error);
	});
}

/**
 * Where to send somebody who signs in with the office's own sign-in (authorization code with PKCE), and what to
 * remember. @throws UserError `office_unreachable`
 */
export async function departForOffice(
	settings: OfficeSettings,
	given: { returnTo: URL; next: string }
): Promise<{ address: URL; departure: Departure }> {
	const configuration = await configurationOf(settings);
	const departure: Departure = {
		state: oidc.randomState(),
		nonce: oidc.randomNonce(),
		verifier: oidc.randomPKCECodeVerifier(),
		next: given.next
	};
	const address = oidc.buildAuthorizationUrl(configuration, {
		redirect_uri: given.returnTo.href,
		scope: 'openid profile',
		state: departure.state,
		nonce: departure.nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier),
		code_challenge_method: 'S256'
	});
	return { address, departure };
}

/**
 * Signs in somebody who comes back: their account is made at the first time, and its role and offices are what the
 * provider says at each.
 * @param given.address the address at which they came back, with the provider's answer in it
 * @returns the secret of the new session
 * @throws UserError `office_refused` where the answer does not fit, `office_no_role` where it names no role of ours,
 * `office_unreachable`
 */
export async function returnFromOffice(
	store: Store,
	settings: OfficeSettings,
	given: { address: URL; departure: Departure; origin: Origin; replaces: string | undefined },
	now: string
): Promise<{ session: string; name: string }> {
	const claims = await claimsOf(settings, given.address, given.departure);
	const role = roleOf(claims[settings.roleClaim]);
	if (!role) throw new UserError('office_no_role', { claim: settings.roleClaim });
	const known = {
		subject: `${settings.issuer.href} ${claims.sub}`,
		role,
		units:
			settings.unitsClaim === null || role === 'admin'
				? null
				: codesOf(claims[settings.unitsClaim]),
		fullName: text(claims.name) ?? text(claims.preferred_username) ?? claims.sub,
		name: text(claims.preferred_username) ?? claims.sub
	};
	if (known.units?.length === 0)
		throw new UserError('office_no_units', { claim: settings.unitsClaim ?? '' });
	return store.writeAside(async (tx) => {
		const actor: Actor = { account: null, name: 'oidc', address: given.origin.address };
		const account = await accountOf(tx, known, actor, now);
		const row = await findAccount(tx, account);
		if (!row.active) throw new UserError('office_refused');
		const session = await beginSession(tx, {
			account,
			method: 'office',
			origin: given.origin,
			now,
			replaces: given.replaces
		});
		const self = { ...actor, account, name: row.name };
		await appendAudit(
			tx,
			self,
			{ action: 'signed_in', object: row.name, detail: { method: 'office' } },
			now
		);
		return { session, name: row.name };
	});
}

async function claimsOf(
	settings: OfficeSettings,
	address: URL,
	departure: Departure
): Promise<oidc.IDToken> {
	const configuration = await configurationOf(settings);
	try {
		const tokens = await oidc.authorizationCodeGrant(configuration, address, {
			expectedState: departure.state,
			expectedNonce: departure.nonce,
			pkceCodeVerifier: departure.verifier,
			idTokenExpected: true
		});
		const claims = tokens.claims();
		if (!claims) throw new UserError('office_refused');
		return claims;
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError('office_refused', {}, error);
	}
}

async function accountOf(
	tx: Transaction,
	known: {
		subject: string;
		role: Role;
		units: readonly string[] | null;
		fullName: string;
		name: string;
	},
	actor: Actor,
	now: string
): Promise<number> {
	const row = await tx.get('accounts/people/by_subject', { subject: known.subject });
	if (!row) {
		const name = await freeName(tx, known.name);
		return addAccount(tx, { ...known, name }, actor, now);
	}
	const same =
		row.role === known.role &&
		row.full_name === known.fullName &&
		JSON.stringify(unitsOf(row)) === JSON.stringify(known.units && [...known.units].sort());
	if (!same) await changeIn(tx, { ...known, account: row.account, active: row.active }, actor, now);
	return row.account;
}

/** The provider's name for somebody as one of ours that nobody has: an account of ours is never taken over by its name. */
async function freeName(tx: Transaction, wanted: string): Promise<string> {
	const base = wanted
		.toLowerCase()
		.replace(/[^a-z0-9._@-]/g, '-')
		.replace(/^[^a-z0-9]+/, '')
		.slice(0, 40);
	const start = base.length >= 2 ? base.replace(/@.*$/, '') : `oidc-${base}`;
	for (let number = 1; ; number++) {
		const name = number === 1 ? start : `${start}-${number}`;
		if (!(await tx.get('accounts/people/by_name', { name }))) return name;
	}
}

/** The role that a claim names; of several the one with most rights. */
function roleOf(claim: unknown): Role | undefined {
	const named = Array.isArray(claim) ? claim : [claim];
	return ROLES.find((role) => named.includes(role));
}

function codesOf(claim: unknown): string[] {
	const listed: unknown[] = Array.isArray(claim) ? claim : [claim];
	return [
		...new Set(listed.filter((code): code is string => typeof code === 'string' && code !== ''))
	].sort();
}

function text(claim: unknown): string | undefined {
	return typeof claim === 'string' && claim.trim() !== '' ? claim.slice(0, 120) : undefined;
}
