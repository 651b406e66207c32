import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { holdToUnits, parseJobRequest } from '$lib/server/uploads/job-request';
import { startJob } from '$lib/server/uploads/jobs';
import { currentName, currentOwner } from '$lib/server/web/context';
import { noteImport } from '$lib/server/web/note-import';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Starts a check or an import and answers the number under which it can be watched. */
export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const body: unknown = await request.json().catch(() => undefined);
		const { person } = locals.identity;
		const asked = holdToUnits(parseJobRequest(body), person?.units ?? null);
		if (person?.actions?.includes(asked.action) === false)
			throw new UserError('token_action', { action: asked.action });
		const job = startJob(await productStore(), {
			request: asked,
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
