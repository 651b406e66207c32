import { UserError } from '$lib/domain/user-error';
import { profileText } from '$lib/server/importing/profiles';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A profile that comes with the product, as the YAML that it is. */
export const GET: RequestHandler = async ({ params }) => {
	const text = profileText((await productStore()).home, params.id);
	if (text === undefined)
		throw new UserError('unknown_import_profile', { profile: params.id.slice(0, 60) });
	return new Response(text, {
		headers: {
			'content-type': 'application/yaml; charset=utf-8',
			'content-disposition': `attachment; filename="${params.id}.yaml"`
		}
	});
};
