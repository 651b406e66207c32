import { json } from '@sveltejs/kit';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { findJob } from '$lib/server/uploads/jobs';
import { currentOwner } from '$lib/server/web/context';
import { reportError } from '$lib/server/web/request/report-error';
import type { RequestHandler } from './$types';

/** How far a job is and what came of it. */
export const GET: RequestHandler = ({ params, request, url, locals }) => {
	try {
		const { action, state, progress, result, error } = findJob(params.job, currentOwner());
		const failure =
			state === 'failed'
				? reportError({ error, request, locals, path: url.pathname, status: 500 })
				: null;
		return json({ action, state, progress: progress ?? null, result: result ?? null, failure });
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};

/** Cancels a job; what has ended stays as it ended. Answers once nothing of it runs any more. */
export const DELETE: RequestHandler = async ({ params }) => {
	try {
		const job = findJob(params.job, currentOwner());
		job.cancel();
		await job.end;
		return json({ state: job.state });
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return json({ message }, { status: statusOfError(error) });
	}
};
