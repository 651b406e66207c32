import {
	currentVersion,
	findSchemeHistory,
	schemeYaml
} from '$lib/server/suppliers/schemes/versions';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A version of a scheme as YAML, the one in force unless `version` names another. */
export const GET: RequestHandler = async ({ params, url }) => {
	const history = await findSchemeHistory(await productStore(), params.scheme);
	const asked = Number(url.searchParams.get('version'));
	const { scheme } =
		history.find(({ scheme: { version } }) => version === asked) ?? currentVersion(history);
	return new Response(schemeYaml(scheme), {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${scheme.id}.v${scheme.version}.yaml"`
		}
	});
};
