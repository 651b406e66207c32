import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { sopJsonSchema } from '../../domain/sop/schema';

it('is published beside the SOP files as it stands here', async () => {
	const path = resolve('data/sop/sop.schema.json');
	const style = await resolveConfig(path);
	const text = await format(JSON.stringify(sopJsonSchema()), { ...style, parser: 'json' });
	await expect(text).toMatchFileSnapshot(path);
});
