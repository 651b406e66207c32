import { userInfo } from 'node:os';

/**
 * Who imports: until there are accounts the product serves its own machine only, so it is the person whose account
 * the server runs under. An account without a name, as in some containers, is `tepat`.
 */
export function currentPerson(): string {
	try {
		return userInfo().username || 'tepat';
	} catch {
		return 'tepat';
	}
}
