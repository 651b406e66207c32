import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPILED } from './messages.js';

const INDEX = `/${COMPILED}/messages/_index.js`;

/**
 * While developing and testing, the messages are one module. The compiler writes a file for each, so that a build keeps those that
 * a page shows; a browser that has to fetch all of them, thousands, is awake only after half a minute.
 * @returns {import('vite').Plugin}
 */
export function messagesInOne() {
	return {
		name: 'tepat-messages-in-one',
		apply: 'serve',
		enforce: 'pre',
		load(id) {
			if (!id.replaceAll('\\', '/').endsWith(INDEX)) return null;
			const folder = dirname(id);
			const files = readdirSync(folder)
				.filter((name) => name.endsWith('.js') && name !== '_index.js')
				.map((name) => join(folder, name));
			/** @type {Set<string>} */
			const imports = new Set();
			const bodies = files.map((file) => {
				this.addWatchFile(file);
				return readFileSync(file, 'utf8').replace(/^import .*$/gm, (line) => {
					imports.add(line);
					return '';
				});
			});
			return [...imports, ...bodies].join('\n');
		}
	};
}
