import { NO_VERSION, versionKey, type SopVersion } from '$lib/domain/sop/versions';
import type { Reading } from '../../database/store';
import type { Scope } from '../scope';

/** The versions of an SOP, the one that comes into force last first; cases that none judges at the end, where there are any. */
export async function listVersions(
	store: Reading,
	{ unit, process, from, to }: Scope & { process: number }
): Promise<SopVersion[]> {
	const rows = await store.kept('sop/versions', { unit, process, from, to });
	return rows.map(({ version, effective_from, until, cases }) => ({
		...{ key: version === 0 ? NO_VERSION : versionKey(effective_from), version },
		...{ effectiveFrom: effective_from, until, cases }
	}));
}

/** What the name of a file says of the version that was asked for; '' where none was. */
export function fileMark(asked: string | null): string {
	return asked === null || asked === '' ? '' : `-${asked.replace(/[^0-9a-z-]/gi, '')}`;
}
