import { json } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { startImportJob } from '$lib/server/uploads/import-jobs';
import { holdToUnits, parseJobRequest } from '$lib/server/uploads/job-request';
import { currentName, currentOwner } from '$lib/server/web/context';
import { noteImport } from '$lib/server/web/note-import';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Starts a match, a check or an import and answers the number under which it can be watched. */
export const POST: RequestHandler = async ({ request, locals }) => {
	try {
		const body: unknown = await request.json().catch(() => undefined);
		const { person } = locals.identity;
		const parsed = parseJobRequest(body);
		// To match activities changes nothing and tells nothing of any office.
		const asked = parsed.action === 'match' ? parsed : holdToUnits(parsed, person?.units ?? null);
		// What a text means holds for the cases of all offices.
		if (person?.units && asked.groups.some(({ aliases }) => aliases?.length))
			throw new UserError('alias_whole');
		const action = asked.action === 'match' ? 'check' : asked.action;
		if (person?.actions?.includes(action) === false)
			throw new UserError('token_action', { action });
		const job = await startImportJob(await productStore(), asked, {
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
