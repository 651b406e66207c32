import { describe, expect, it } from 'vitest';
import { describeError } from '$lib/server/errors/describe';
import { UserError } from '$lib/domain/user-error';
import { damaged, goodFiles } from './containers/damage';
import { StagingFolder } from './containers/staging';

const folder = new StagingFolder();

/** Every kind of file with every kind of damage, twice; `tests/bench/damaged.js` imports many more. */
const variants = 288;

describe('damaged files', () => {
	it.each(goodFiles)('$name is good before', async ({ name, content }) => {
		const { staged, text } = await folder.stage(name, content);
		expect(staged.container === 'csv' ? staged.records : text.match(/PKT-/g)?.length).toBe(40);
	});

	it('are staged, or refused with a sentence that names the file; nothing else is thrown', async () => {
		const refused = new Set<string>();
		for (let number = 0; number < variants; number++) {
			const { name, kind, content } = damaged(number);
			const before = await folder.targets();
			try {
				const { staged } = await folder.stage(name, content);
				expect(staged.name).toBe(name);
			} catch (error) {
				if (!(error instanceof UserError))
					throw new Error(`variant ${number} (${name}, ${kind})`, { cause: error });
				expect(error.params['file'], `variant ${number}`).toBe(name);
				for (const locale of ['id', 'en'] as const)
					expect(describeError(error, locale), error.code).toContain(name);
				expect(await folder.targets(), `variant ${number}`).toEqual(before);
				refused.add(error.code);
			}
		}
		// The damage reaches all readers.
		for (const code of [
			'import_quotes',
			'import_gzip_broken',
			'import_workbook_broken',
			'import_xml_broken',
			'import_json_broken',
			'import_binary'
		])
			expect(refused).toContain(code);
	});
});
