import { json } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { currentPerson } from '$lib/server/uploads/person';
import { parseJobRequest } from '$lib/server/uploads/job-request';
import { startJob } from '$lib/server/uploads/jobs';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** Starts a check or an import and answers the number under which it can be watched. */
export const POST: RequestHandler = async ({ request }) => {
	try {
		const body: unknown = await request.json().catch(() => undefined);
		const job = startJob(await productStore(), {
			request: parseJobRequest(body),
			by: currentPerson(),
			now: currentInstant()
		});
		return json({ job: job.id }, { status: 202 });
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};
