import type { Profile } from '$lib/domain/importing/profile';
import { UserError } from '$lib/domain/user-error';
import type { Transaction } from '../database/store';
import type { Profiles } from './profiles';
import type { ImportOptions } from './types';

/** Cases of a log that names neither an SOP nor packages. */
const plainLog = { id: 'log', title: 'Log', kind: 'log' };

/** Logs whose names differ only in case, blanks and signs are one. */
function namedLog(name = ''): typeof plainLog {
	const code = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return code === '' ? plainLog : { ...plainLog, id: `${plainLog.id}-${code}`, title: name.trim() };
}

/** A process that the store does not have yet. */
export interface NewProcess {
	process: number;
	code: string;
	title: string;
	kind: string;
}

/**
 * The process whose executions the cases of a file are: the SOP given with the import, else that of the profile, else
 * the log of the name given with the import, else the common log; added to `added` when it is new.
 * @throws UserError `unknown_sop` {sop, known}
 */
export async function findProcess(
	tx: Transaction,
	given: {
		sop: ImportOptions['sop'];
		log: string | undefined;
		profile: Profile;
		profiles: Profiles;
		added: NewProcess[];
	}
): Promise<number> {
	const { sop, log, profile, profiles, added } = given;
	if (typeof sop === 'function') {
		const { process, version, changed } = await sop(tx);
		if (changed) await tx.run('reference/sops/touch_version', { process, version });
		return process;
	}
	if (sop !== undefined) {
		const known = await tx.get('reference/processes/by_code', { code: sop });
		if (known?.kind !== 'sop') {
			const codes = await tx.all('importing/settle/sop_codes');
			throw new UserError('unknown_sop', { sop, known: codes.map(({ code }) => code).join(', ') });
		}
		return known.process;
	}
	const defined = profiles.processes.find(({ id }) => id === profile.process);
	const wanted = defined
		? { id: defined.id, title: defined.title.id, kind: defined.kind }
		: namedLog(log);
	const known =
		(await tx.get('reference/processes/by_code', { code: wanted.id })) ??
		added.find(({ code }) => code === wanted.id);
	if (known) return known.process;
	const process = ((await tx.get('reference/processes/next'))?.process ?? 1) + added.length;
	added.push({ process, code: wanted.id, title: wanted.title, kind: wanted.kind });
	return process;
}
