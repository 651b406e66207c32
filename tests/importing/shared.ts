import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './store';

/** Real files that may lie beside the repository; tests on them run where they do. */
export function sharedFolder(name: string): { path: string; there: boolean; note: string } {
	const path = join(home, '..', 'shared', name);
	const there = existsSync(path);
	return { path, there, note: there ? '' : ` (skipped: ${name} is not beside the repository)` };
}
