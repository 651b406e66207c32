const UNITS: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** As in src/launch/serve.js, for servers that were started without it. */
const DEFAULT_LIMIT = '512M';

/**
 * The largest file that can be uploaded, in bytes: the setting BODY_SIZE_LIMIT ("512M"), which holds for the whole
 * process; every other route refuses more than a form by itself.
 */
export function uploadLimit(env: Record<string, string | undefined> = process.env): number {
	const parts = /^(\d+(?:\.\d+)?)([KMG]?)$/i.exec(env.BODY_SIZE_LIMIT || DEFAULT_LIMIT);
	if (!parts) return uploadLimit({});
	return Math.floor(Number(parts[1]) * (UNITS[parts[2]?.toUpperCase() ?? ''] ?? 1));
}
