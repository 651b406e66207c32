import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './step.js';

/**
 * Installs a package of Debian, once, where that is possible: as root, with apt-get.
 * @param {string} name
 */
export function installDebians(name) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	say(`installing Debian’s ${name} package (once) …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
		spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
	}
}

/**
 * Where tests run by themselves (CI), other people's programs that read PDF are fetched; on a person's machine the tests
 * that need them are skipped and say so.
 */
export function ensurePdfReaders() {
	const there = spawnSync('pdftotext', ['-v']).error === undefined;
	if (!there && process.env.CI) installDebians('poppler-utils');
}
