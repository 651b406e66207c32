import {
	chooseFormat,
	MODEL_FORMATS,
	modelFile,
	readSop
} from '$lib/server/reading/interchange/model-file';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The flow of an SOP for other tools: `?format=bpmn` (BPMN 2.0) or `pnml` (a Petri net). */
export const GET: RequestHandler = async ({ url, params }) => {
	const format = chooseFormat(MODEL_FORMATS, url.searchParams.get('format') ?? 'bpmn');
	const sop = await readSop(await productStore(), params.id);
	return new Response(modelFile(sop, format), {
		headers: {
			'content-type': 'application/xml; charset=utf-8',
			'content-disposition': `attachment; filename="sop-${sop.id}.${format}"`
		}
	});
};
