import { getLocale } from '$lib/paraglide/runtime';
import { currentInstant } from '$lib/server/product';
import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { parseReportRequest } from '$lib/server/reporting/request';
import { currentName } from '$lib/server/web/context';
import { sendReport } from '$lib/server/web/answers/send-report';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A report of the list with the same address, as `format`, in `layout` and `lang`; made while it is sent. */
export const GET: RequestHandler = ({ url }) =>
	sendReport(url.searchParams.get('job'), async (watch) =>
		makeReport(
			await productStore(),
			parseReportRequest(url.searchParams, getLocale()),
			parseReportFormat(url.searchParams.get('format')),
			{ madeAt: currentInstant(), madeBy: currentName() },
			watch
		)
	);
