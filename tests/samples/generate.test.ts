import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generateSamples } from '$lib/server/samples/generate';
import { readManifest, samplesFolder } from '$lib/server/samples/manifest';

const home = fileURLToPath(new URL('../..', import.meta.url));
const files = generateSamples(home);

if (process.env.TEPAT_WRITE_SAMPLES && !process.env.CI) {
	for (const [name, content] of files) {
		const path = join(home, samplesFolder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
	}
}

test('the same catalogue and calendar give the same bytes', () => {
	expect([...generateSamples(home)]).toEqual([...files]);
});

test.each([...files])('%s is what the generator makes', (name, content) => {
	// Compared as a flag: a difference of a megabyte is not readable anyway.
	expect(readFileSync(join(home, samplesFolder, name), 'utf8') === content).toBe(true);
});

test('the manifest lists exactly the files that are made', () => {
	expect(readManifest(home).files.map(({ file }) => file)).toEqual([...files.keys()]);
});

test('the samples stay small enough to be cloned without thought', () => {
	const bytes = [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
	expect(bytes).toBeLessThan(3_200_000);
});
