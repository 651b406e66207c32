import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { schemeJsonSchema } from '$lib/domain/evaluations/scheme';
import { UserError } from '$lib/domain/user-error';
import { loadSchemes, parseScheme } from './load';

const file = 'data/evaluation-schemes/lkpp-4-2021.yaml';
const sound = readFileSync(resolve(file), 'utf8');

function failure(text: string): UserError {
	try {
		parseScheme(text, file);
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
	throw new Error('read without an error');
}

it('loads the schemes of this project, and says which are ours', () => {
	expect(loadSchemes(resolve('.')).map(({ id, ours }) => [id, ours])).toEqual([
		['lkpp-4-2021', false],
		['pendukung-layanan', true],
		['skala-100', true]
	]);
});

it('names file and line of what is wrong', () => {
	const light = sound.replace('weight: 20', 'weight: 19');
	expect(failure(light)).toMatchObject({
		code: 'scheme_broken',
		params: { file, detail: 'weights add up to 99, not 100' }
	});
	const line = sound.split('\n').findIndex((text) => text.includes('weight: 30')) + 1;
	expect(failure(sound.replace('weight: 30', 'weight: berat')).params).toMatchObject({
		line,
		place: 'aspects.0.weight'
	});
	expect(failure('id: [').code).toBe('scheme_broken');
});

it('refuses a file that is not named as its scheme', () => {
	const home = mkdtempSync(join(tmpdir(), 'tepat-schemes-'));
	try {
		mkdirSync(join(home, 'data/evaluation-schemes'), { recursive: true });
		writeFileSync(join(home, 'data/evaluation-schemes/lain.yaml'), sound);
		expect(() => loadSchemes(home)).toThrow('scheme_file_name');
	} finally {
		rmSync(home, { recursive: true });
	}
});

it('refuses aliases that would unfold to more than a scheme', () => {
	const bomb = [
		'a: &a [x, x]',
		'b: &b [*a, *a]',
		...Array.from({ length: 12 }, (_, at) => {
			const from = at === 0 ? 'b' : `c${at - 1}`;
			return `c${at}: &c${at} [*${from}, *${from}, *${from}, *${from}]`;
		})
	].join('\n');
	expect(failure(bomb)).toMatchObject({ code: 'scheme_broken' });
});

it('is published beside the schemes as it stands here', async () => {
	const path = resolve('data/evaluation-schemes/scheme.schema.json');
	const style = await resolveConfig(path);
	const text = await format(JSON.stringify(schemeJsonSchema()), { ...style, parser: 'json' });
	await expect(text).toMatchFileSnapshot(path);
});
