import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { parseImportNumber, readImport } from '$lib/server/reading/imports/imports';
import { readOriginal } from '$lib/server/uploads/originals';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A file of an import as it came, also of one that was undone. */
export const GET: RequestHandler = async ({ params }) => {
	try {
		const store = await productStore();
		const { files } = await readImport(store, parseImportNumber(params.id));
		const file = files.find(({ file: number }) => String(number) === params.file);
		if (!file) throw new UserError('original_not_found');
		return new Response(await readOriginal(store, file.sha256), {
			headers: {
				// Never shown in the product's own origin, whatever it holds.
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
				'content-length': String(file.bytes)
			}
		});
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return new Response(message, {
			status: statusOfError(error),
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	}
};

/** As headers take it (RFC 8187). */
function encodeName(name: string): string {
	return encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
}
