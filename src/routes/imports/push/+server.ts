import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { uploadLimit } from '$lib/server/uploads/limit';
import { importPushed } from '$lib/server/uploads/push';
import { currentName, currentOwner } from '$lib/server/web/context';
import { noteImport } from '$lib/server/web/note-import';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/**
 * Imports the file that is the body, at once, and answers as the command line does with `--json`. Its name is `?name=`,
 * how it is read `?profile=`, `?sop=` and `?unit=`; left out, its columns decide. The framework refuses the content types
 * of forms, `text/plain` among them.
 */
export const POST: RequestHandler = async ({ request, url, locals }) => {
	try {
		const result = await importPushed(
			await productStore(),
			{
				name: url.searchParams.get('name') ?? '',
				query: url.searchParams,
				body: request.body,
				limit: uploadLimit(),
				signal: request.signal
			},
			locals.identity.person,
			{
				by: currentName(),
				owner: currentOwner(),
				now: currentInstant(),
				settled: noteImport()
			}
		);
		return json({
			import: result.import,
			cases: result.cases,
			files: result.files.map((file) => ({ import: file.sameAs ?? result.import, ...file }))
		});
	} catch (error) {
		// The sender went away: nobody hears the answer, and it is no defect.
		if (request.signal.aborted) return new Response(null, { status: 400 });
		const message = describeError(error);
		if (message === undefined) throw error;
		const code = error instanceof UserError ? error.code : 'unexpected';
		return json({ code, message }, { status: statusOfError(error) });
	}
};

/** The same, for programs that send files in this way (`curl -T`). */
export const PUT: RequestHandler = POST;
