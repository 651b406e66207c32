import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Seconds from 1970 to 6 January 2025, 07:30, on the local clock: a Monday. */
const FIRST = Date.UTC(2025, 0, 6, 7, 30) / 1000;

/**
 * Writes a log in which cases differ as in real offices: they skip steps, do them twice, go back, swap two of them and do
 * what the SOP does not know, so that there are some thousand variants. The same numbers every time.
 * @param {string} path
 * @param {{ cases: number, activities: string[] }} shape the steps of an SOP in order, as CSV cells
 * @returns {Promise<number>} the events written
 */
export async function writeVariedLog(path, { cases, activities }) {
	let state = 20260102;
	const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const clock = (/** @type {number} */ at) =>
		new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
	const file = createWriteStream(path);
	file.write('case,unit,activity,started,completed,actor\n');
	let events = 0;
	/** @type {string[]} */
	let lines = [];
	for (let number = 0; number < cases; number++) {
		const unit = number % 3 === 0 ? 'Kabupaten Uji Selatan' : 'Kabupaten Uji Utara';
		let at = FIRST + Math.floor(random() * 600) * 86_400 + Math.floor(random() * 30_000);
		for (const activity of sequence(activities, random)) {
			const took = 60 + Math.floor(random() ** 4 * 20_000);
			const actor = `Pejabat ${Math.floor(random() * 40)}`;
			lines.push(`EP-${number},${unit},${activity},${clock(at)},${clock(at + took)},${actor}`);
			at += took + Math.floor(random() ** 3 * 90_000);
			events++;
		}
		if (lines.length >= 20_000) {
			if (!file.write(lines.join('\n') + '\n')) await once(file, 'drain');
			lines = [];
		}
	}
	file.end(lines.length === 0 ? '' : lines.join('\n') + '\n');
	await once(file, 'finish');
	return events;
}

/**
 * The activities of one case.
 * @param {string[]} activities
 * @param {() => number} random
 */
function sequence(activities, random) {
	/** @type {string[]} */
	const done = [];
	for (let at = 0; at < activities.length; at++) {
		const activity = activities[at] ?? '';
		const luck = random();
		if (luck < 0.02) continue;
		done.push(activity);
		if (luck > 0.985) done.push(activity);
		else if (luck > 0.975) done.push('Rapat koordinasi');
		else if (luck > 0.965) done.push('Klarifikasi lewat telepon');
		else if (luck > 0.95 && at > 3) at -= 3;
	}
	return done;
}
