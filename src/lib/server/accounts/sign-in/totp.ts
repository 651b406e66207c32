import { generateSecret, generateURI, verifySync } from 'otplib';
import { hashSecret } from '../secrets';
import { randomBytes } from 'node:crypto';

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;

/** A new secret of a second factor, in Base32: 160 bits. */
export function newTotpSecret(): string {
	return generateSecret();
}

/** The address that an authenticator reads from a picture: it holds the secret and names the account. */
export function totpAddress(name: string, secret: string): string {
	return generateURI({ issuer: 'Tepat', label: name, secret });
}

/**
 * The time step of a code (RFC 6238, 30 seconds, 6 digits); null where it is none of now, the step before or the next.
 * @param now milliseconds since 1970
 */
export function totpStep(secret: string, code: string, now: number): number | null {
	const token = code.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const epoch = Math.floor(now / 1000);
	const result = verifySync({ secret, token, epoch, epochTolerance: PERIOD_SECONDS });
	if (!result.valid) return null;
	return Math.floor(epoch / PERIOD_SECONDS) + result.delta;
}

/**
 * Ten codes for the day on which the second factor is lost, each four times six letters: 120 random bits, so that a
 * fast hash of one tells as little as a slow one would.
 */
export function newRecoveryCodes(): string[] {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	return Array.from({ length: RECOVERY_CODES }, () => {
		const code = [...randomBytes(24)].map((byte) => letters[byte % 32]).join('');
		return (code.match(/.{6}/g) ?? []).join('-');
	});
}

/** What the store keeps of a recovery code. Bound to the account, so that equal codes of two do not look equal. */
export function hashRecoveryCode(account: number, code: string): string {
	return hashSecret(`${account} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
}
