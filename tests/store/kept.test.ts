import { expect, test } from 'vitest';
import { open } from './fixture-store';

test('an answer that is kept is the same until a write, and is worked out anew after it', async () => {
	const store = await open();
	const first = await store.kept('notes/count');
	expect(await store.kept('notes/count')).toBe(first);
	await store.write((tx) => tx.run('notes/add', { id: 1, body: 'new' }));
	expect(await store.kept('notes/count')).toEqual([{ n: 1 }]);
});

test('a write aside leaves what is kept, unless it says that answers rest on it', async () => {
	const store = await open();
	const first = await store.kept('notes/count');
	await store.writeAside((tx) => tx.run('notes/add', { id: 1, body: 'aside' }));
	expect(await store.kept('notes/count')).toBe(first);
	await store.writeAside((tx) => tx.run('notes/add', { id: 2, body: 'seen' }), { anew: true });
	expect(await store.kept('notes/count')).toEqual([{ n: 2 }]);
});
