import type { Queries } from './generated/queries';
import type { QueryTypes } from './statements';
import type { Reading, Store } from './store';

/**
 * A store that is asked one question at a time, and only while nobody else reads or writes: for what works ahead of
 * readers, who must not wait for it.
 * @param ends says that the answers are of no more use: then the question is not asked, and its promise fails
 */
export function readPatiently<Q extends QueryTypes = Queries>(
	store: Store<Q>,
	ends: () => boolean
): Reading<Q> & Pick<Store<Q>, 'arrow' | 'home'> {
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(read: () => Promise<T>): Promise<T> => {
		const result = last.then(async () => {
			await store.quiet();
			if (ends()) throw new Error('nobody needs the answer');
			return read();
		});
		last = result.catch(() => undefined);
		return result;
	};
	return {
		home: store.home,
		all: (name, ...params) => inTurn(() => store.all(name, ...params)),
		get: (name, ...params) => inTurn(() => store.get(name, ...params)),
		kept: (name, ...params) => inTurn(() => store.kept(name, ...params)),
		columns: (name, ...params) => inTurn(() => store.columns(name, ...params)),
		parts: (name, ...params) => inTurn(() => store.parts(name, ...params)),
		arrow: (name, ...params) => inTurn(() => store.arrow(name, ...params))
	};
}
