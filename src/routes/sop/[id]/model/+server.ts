import { chooseFormat, MODEL_FORMATS, modelFile } from '$lib/server/reading/interchange/model-file';
import { fileMark } from '$lib/server/reading/sops/sop-versions';
import { findVersion } from '$lib/server/reference/sops/versions';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** The flow of a version of an SOP for other tools: `?format=bpmn` (BPMN 2.0) or `pnml` (a Petri net). */
export const GET: RequestHandler = async ({ url, params }) => {
	const format = chooseFormat(MODEL_FORMATS, url.searchParams.get('format') ?? 'bpmn');
	const asked = url.searchParams.get('version');
	const { sop } = await findVersion(await productStore(), params.id, asked);
	return new Response(modelFile(sop, format), {
		headers: {
			'content-type': 'application/xml; charset=utf-8',
			'content-disposition': `attachment; filename="sop-${sop.id}${fileMark(asked)}.${format}"`
		}
	});
};
