import { json } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { parseImportNumber, readImport } from '$lib/server/reading/imports/imports';
import { startReread } from '$lib/server/uploads/reread';
import { currentName, currentOwner } from '$lib/server/web/context';
import { noteImport } from '$lib/server/web/note-import';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Starts reading the kept files of an import again, in its place, and answers the number of the job. */
export const POST: RequestHandler = async ({ params }) => {
	try {
		const store = await productStore();
		const number = parseImportNumber(params.id);
		// Whoever does not see an import does not replace it either.
		await readImport(store, number);
		const job = await startReread(store, number, {
			by: currentName(),
			owner: currentOwner(),
			now: currentInstant(),
			settled: noteImport()
		});
		return json({ job: job.id }, { status: 202 });
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};
