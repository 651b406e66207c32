import { UserError } from '../user-error';

const LONGEST_FULL_NAME = 120;

/**
 * The name with which somebody signs in, as it is kept: small letters, digits, dots, dashes, underscores, or an e-mail
 * address. @throws UserError `account_name_invalid`
 */
export function accountName(text: string): string {
	const name = text.normalize('NFKC').trim().toLowerCase();
	if (!/^[a-z0-9][a-z0-9._-]{1,63}(@[a-z0-9.-]{1,63})?$/.test(name))
		throw new UserError('account_name_invalid');
	return name;
}

/** A person's name as people write it. @throws UserError `account_full_name_missing`, `text_too_long` {most} */
export function fullName(text: string): string {
	const name = text.trim().replace(/\s+/g, ' ');
	if (name === '') throw new UserError('account_full_name_missing');
	if (name.length > LONGEST_FULL_NAME)
		throw new UserError('text_too_long', { most: LONGEST_FULL_NAME });
	return name;
}

/**
 * Where somebody is led after signing in: a path of this site, never another's address. A browser reads `//host` and
 * `/\host` as addresses of another site, and ignores control characters in between.
 */
export function safePath(text: string | null | undefined): string {
	if (!text || !/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text) || text.length > 2000)
		return '/';
	if (!URL.canParse(text, 'http://tepat.invalid')) return '/';
	const url = new URL(text, 'http://tepat.invalid');
	return url.host === 'tepat.invalid' && !url.pathname.startsWith('//')
		? url.pathname + url.search
		: '/';
}
