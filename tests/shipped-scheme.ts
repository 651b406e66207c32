import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Scheme } from '$lib/domain/evaluations/scheme';
import { parseScheme } from '$lib/server/suppliers/schemes/load';

/** A scheme as `data/evaluation-schemes` has it. */
export function shippedScheme(id: string): Scheme {
	const file = `data/evaluation-schemes/${id}.yaml`;
	return parseScheme(readFileSync(resolve(file), 'utf8'), file);
}
