import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret for a cookie, a link or a token: 256 random bits, safe in an address. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** What the store keeps of a secret. A random secret of 256 bits needs no slow hash: there is nothing to guess. */
export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** A name for something whose secret must not be shown. */
export function newPublicId(): string {
	return randomBytes(9).toString('base64url');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
	return timingSafeEqual(
		createHash('sha256').update(a).digest(),
		createHash('sha256').update(b).digest()
	);
}
