import { sopBpmn } from '$lib/domain/interchange/bpmn';
import { sopPnml } from '$lib/domain/interchange/pnml';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';

/** The formats in which an SOP leaves the product, with what each makes of it. */
const WRITERS = { bpmn: sopBpmn, pnml: sopPnml } as const;

export type ModelFormat = keyof typeof WRITERS;
export const MODEL_FORMATS = Object.keys(WRITERS) as ModelFormat[];

/** An SOP as BPMN 2.0 or PNML, so that others can check what cases were held against. */
export function modelFile(sop: Sop, format: ModelFormat): string {
	return WRITERS[format](sop);
}

/**
 * Reads the name of a format.
 * @throws UserError `interchange_format` {format, known} for any other
 */
export function chooseFormat<F extends string>(formats: readonly F[], format: string): F {
	const found = formats.find((known) => known === format);
	if (found) return found;
	throw new UserError('interchange_format', { format, known: formats.join(', ') });
}
