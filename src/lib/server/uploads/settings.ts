import { dirname, join } from 'node:path';
import type { Store } from '../database/store';

/** How long what was sent waits to be imported, and whether it is kept afterwards. */
export interface UploadSettings {
	/** TEPAT_DRAFT_DAYS: days after which an import that nobody went on with is forgotten; 7 unless 1 to 365. */
	draftDays: number;
	/** TEPAT_KEEP_FILES: whether imported files are kept as they came; "0", "false", "no" and "off" say no. */
	keepFiles: boolean;
}

const DEFAULT_DAYS = 7;

/** Reads the settings of uploads from the environment. */
export function uploadSettings(
	env: Record<string, string | undefined> = process.env
): UploadSettings {
	const days = /^\d{1,3}$/.test(env.TEPAT_DRAFT_DAYS ?? '') ? Number(env.TEPAT_DRAFT_DAYS) : 0;
	return {
		draftDays: days >= 1 && days <= 365 ? days : DEFAULT_DAYS,
		keepFiles: !/^(0|false|no|off)$/i.test(env.TEPAT_KEEP_FILES?.trim() ?? '')
	};
}

/** A folder beside the store's file: what lies there outlives the process, unlike the work folder. */
export function folderBeside(
	store: Store,
	name: 'uploads' | 'originals' | 'evidence' | 'reports'
): string {
	return join(dirname(store.path), name);
}
