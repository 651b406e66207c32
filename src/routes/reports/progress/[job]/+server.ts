import { json } from '@sveltejs/kit';
import { findReportProgress } from '$lib/server/reporting/progress';
import { currentOwner } from '$lib/server/web/context';
import type { RequestHandler } from './$types';

/** How far a report is that the same person is having made; null where none is. */
export const GET: RequestHandler = ({ params }) =>
	json(findReportProgress(params.job, currentOwner()));
