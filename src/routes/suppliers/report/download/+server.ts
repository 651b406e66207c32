import { getLocale } from '$lib/paraglide/runtime';
import { currentInstant } from '$lib/server/product';
import { makeReport, parseReportFormat } from '$lib/server/reporting/make-report';
import { parseSupplierRequest } from '$lib/server/suppliers/report/request';
import { currentName } from '$lib/server/web/context';
import { sendReport } from '$lib/server/web/answers/send-report';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

/** A report on the suppliers of an office and period, or on one `supplier`, as `format` in `lang`. */
export const GET: RequestHandler = ({ url }) =>
	sendReport(url.searchParams.get('job'), async (watch) =>
		makeReport(
			await productStore(),
			parseSupplierRequest(url.searchParams, getLocale()),
			parseReportFormat(url.searchParams.get('format')),
			{ madeAt: currentInstant(), madeBy: currentName() },
			watch
		)
	);
