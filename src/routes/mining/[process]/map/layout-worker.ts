import ELK from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import {
	layoutGraph,
	layoutKey,
	readLayout,
	type MapLayout,
	type PlacedEdge,
	type PlacedNode
} from './map-layout';

/** Layouts kept: enough to move a slider back and forth. */
const KEPT = 40;

const layouts = new Map<string, Promise<MapLayout>>();
let elk: InstanceType<typeof ELK> | undefined;

/**
 * Lays a map out in a worker, so that the page stays quick; a graph that was laid out before is not laid out again. Rejects where
 * the worker cannot run.
 */
export function layOut(
	nodes: readonly PlacedNode[],
	edges: readonly PlacedEdge[]
): Promise<MapLayout> {
	const key = layoutKey(nodes, edges);
	const known = layouts.get(key);
	if (known) return known;
	elk ??= new ELK({ workerUrl, workerFactory: (url) => new Worker(url ?? workerUrl) });
	const made = elk.layout(layoutGraph(nodes, edges)).then(readLayout);
	layouts.set(key, made);
	made.catch(() => layouts.delete(key));
	const oldest = layouts.size > KEPT ? layouts.keys().next() : undefined;
	if (oldest && !oldest.done) layouts.delete(oldest.value);
	return made;
}
