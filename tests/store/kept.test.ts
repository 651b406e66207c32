import { expect, test } from 'vitest';
import { readPatiently } from '../../src/lib/server/database/patient-reading';
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

test('what readers asked is worked out anew after a change, until nobody asks for it', async () => {
	const store = await open();
	await store.kept('notes/count');
	const add = (id: number) => store.write((tx) => tx.run('notes/add', { id, body: `n${id}` }));
	for (const id of [1, 2]) {
		await add(id);
		await store.renewAnswers();
	}
	const renewed = store.kept('notes/count');
	expect(await renewed).toEqual([{ n: 2 }]);
	expect(store.kept('notes/count')).toBe(renewed);
	for (const id of [3, 4, 5]) {
		await add(id);
		await store.renewAnswers();
	}
	expect(await store.kept('notes/count')).toEqual([{ n: 5 }]);
});

test('whoever listens hears of each change that ends kept answers, and of no other', async () => {
	const store = await open();
	let heard = 0;
	const end = store.onChange(() => heard++);
	await store.write((tx) => tx.run('notes/add', { id: 1, body: 'one' }));
	await store.writeAside((tx) => tx.run('notes/add', { id: 2, body: 'aside' }));
	expect(heard).toBe(1);
	await store.writeAside((tx) => tx.run('notes/add', { id: 3, body: 'seen' }), { anew: true });
	expect(heard).toBe(2);
	end();
	await store.write((tx) => tx.run('notes/add', { id: 4, body: 'unheard' }));
	expect(heard).toBe(2);
});

test('what is read patiently waits until nobody writes, comes one at a time, and ends when it is told to', async () => {
	const store = await open();
	let ended = false;
	const patient = readPatiently(store, () => ended);
	const write = store.write((tx) => tx.run('notes/add', { id: 1, body: 'one' }));
	expect(await patient.all('notes/count')).toEqual([{ n: 1 }]);
	await write;
	ended = true;
	await expect(patient.all('notes/count')).rejects.toThrow('nobody needs');
});
