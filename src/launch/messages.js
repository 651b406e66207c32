import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './fingerprint.js';
import { LaunchError } from './step.js';

export const PROJECT = 'src/messages/project.inlang';
export const COMPILED = 'src/lib/paraglide';

/**
 * What is wrong with the interface's texts: a key that one language lacks, places (`{name}`) that
 * differ between languages, a key that stands twice. The compiler accepts all three, and a reader
 * would see the wrong language, a hole, or another page's text.
 * @param {Record<string, { file: string, text: string }[]>} sources the JSON texts of each language
 * @returns {string[]} one sentence per finding
 */
export function findMessageFaults(sources) {
	/** @type {string[]} */
	const faults = [];
	/** @type {Record<string, Map<string, string>>} */
	const places = {};
	for (const [locale, files] of Object.entries(sources)) {
		const keys = (places[locale] = new Map());
		for (const { file, text } of files) {
			const messages = /** @type {Record<string, unknown>} */ (JSON.parse(text));
			for (const repeated of keysWrittenTwice(text)) {
				faults.push(`${file}: "${repeated}" stands twice`);
			}
			for (const [key, message] of Object.entries(messages)) {
				if (key === '$schema') continue;
				if (keys.has(key)) faults.push(`${file}: "${key}" also stands in another file`);
				keys.set(key, placesOf(message).join(', '));
			}
		}
	}
	const locales = Object.keys(sources);
	const all = new Set(locales.flatMap((locale) => [...(places[locale]?.keys() ?? [])]));
	for (const key of all) {
		const without = locales.filter((locale) => !places[locale]?.has(key));
		const kinds = new Set(locales.map((locale) => places[locale]?.get(key) ?? ''));
		if (without.length > 0) faults.push(`"${key}" has no text in: ${without.join(', ')}`);
		else if (kinds.size > 1) faults.push(`"${key}" has other places in: ${[...kinds].join(' | ')}`);
	}
	return faults;
}

/**
 * Checks the texts and what the compiler made of them: without its plugin it makes nothing and says so to nobody.
 * @returns {number} how many messages there are
 * @throws {LaunchError} that lists what is wrong
 */
export function checkMessages() {
	const faults = findMessageFaults(readSources());
	if (faults.length > 0) throw new LaunchError(`Messages:\n  ${faults.join('\n  ')}`);
	const index = join(root, COMPILED, 'messages/_index.js');
	const compiled = existsSync(index)
		? (readFileSync(index, 'utf8').match(/^export /gm) ?? []).length
		: 0;
	if (compiled === 0) throw new LaunchError(`The messages were not compiled into ${COMPILED}.`);
	return compiled;
}

/** @returns {Record<string, { file: string, text: string }[]>} */
function readSources() {
	const settings = JSON.parse(readFileSync(join(root, PROJECT, 'settings.json'), 'utf8'));
	/** @type {string[]} */
	const patterns = settings['plugin.inlang.messageFormat'].pathPattern;
	/** @type {string[]} */
	const locales = settings.locales;
	return Object.fromEntries(
		locales.map((locale) => [
			locale,
			patterns.map((pattern) => {
				const file = join(dirname(PROJECT), pattern.replace('{locale}', locale));
				return { file, text: readFileSync(join(root, file), 'utf8') };
			})
		])
	);
}

/**
 * @param {unknown} message a text, or a list of variants with their declared inputs
 * @returns {string[]} the names of its places, sorted
 */
function placesOf(message) {
	const text = JSON.stringify(message);
	const inputs = [...text.matchAll(/"input (\w+)/g)];
	const found = inputs.length > 0 ? inputs : [...text.matchAll(/\{(\w+)\}/g)];
	return [...new Set(found.map((match) => match[1] ?? ''))].sort();
}

/**
 * `JSON.parse` keeps the last of two equal keys without a word.
 * @param {string} text of a file as prettier writes it: one tab before each key
 * @returns {string[]}
 */
function keysWrittenTwice(text) {
	const keys = [...text.matchAll(/^\t"([^"]+)":/gm)].map((match) => match[1] ?? '');
	return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
}
