import { fail } from '@sveltejs/kit';
import type { FilterField } from '$lib/components/shell/shell-data';
import { mayDo } from '$lib/domain/accounts/rights';
import { parseFilters } from '$lib/domain/filters/filters';
import { REPORT_FORMATS } from '$lib/domain/reporting/report';
import { SCHEDULE_PERIODS } from '$lib/domain/reporting/schedule';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { summariseDeviations } from '$lib/server/reading/deviations/deviation-groups';
import { deviationsLead } from '$lib/server/reading/deviations/deviation-lead';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { parseReportFormat } from '$lib/server/reporting/make-report';
import { parseReportRequest } from '$lib/server/reporting/request';
import { remakeKeptReport, removeKeptReport } from '$lib/server/reporting/schedules/kept';
import {
	addSchedule,
	listSchedules,
	parseSchedulePeriod,
	removeSchedule
} from '$lib/server/reporting/schedules/schedules';
import { currentName, currentRequest, noteAct } from '$lib/server/web/context';
import { makeSoon } from '$lib/server/web/running/scheduled-reports';
import { productStore, wholeStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const { person } = locals.identity;
	const store = await productStore();
	const scope = await scopeOfFilters(store, parseFilters(url.searchParams).filters);
	const filters = parseDeviationFilters(url.searchParams, currentInstant());
	const filterFields: FilterField[] = ['unit', 'period', 'sop'];
	return {
		filterFields,
		formats: REPORT_FORMATS,
		periods: SCHEDULE_PERIODS,
		...(await listSchedules(store)),
		mayRemove: person !== undefined && mayDo('/reports', 'POST ?/removeKept', person),
		lead: deviationsLead(await summariseDeviations(store, { scope, filters }))
	};
};

interface Answer {
	ok: boolean;
	message: string;
}

export const actions: Actions = {
	// The address says of what, as for a report that is made at once.
	schedule: ({ request, url }) =>
		answer(async () => {
			const form = await request.formData();
			const field = (name: string) => String(form.get(name) ?? '');
			const params = new URLSearchParams(url.searchParams);
			for (const name of ['layout', 'lang']) if (form.has(name)) params.set(name, field(name));
			const wanted = parseReportRequest(params, getLocale());
			const every = parseSchedulePeriod(field('every'));
			const format = parseReportFormat(field('format'));
			await addSchedule(await productStore(), {
				request: wanted,
				format,
				every,
				bound: currentRequest()?.person?.units != null,
				by: currentName(),
				now: currentInstant()
			});
			const { unit, sop, layout } = wanted;
			await noteAct({
				action: 'report_scheduled',
				object: every,
				...(unit === null ? {} : { unit }),
				detail: { sop, layout, format }
			});
			makeSoon(await wholeStore());
			return m.reporting_schedule_added();
		}),
	removeSchedule: ({ request }) =>
		answer(async () => {
			const text = String((await request.formData()).get('schedule') ?? '');
			if (!/^\d{1,9}$/.test(text)) throw new UserError('schedule_not_found');
			const unit = await removeSchedule(await productStore(), Number(text));
			await noteAct({
				action: 'report_unscheduled',
				object: text,
				...(unit === null ? {} : { unit }),
				detail: {}
			});
			return m.reporting_schedule_removed();
		}),
	remakeKept: ({ request }) =>
		answer(async () => {
			const report = String((await request.formData()).get('report') ?? '');
			const { name, unit } = await remakeKeptReport(await productStore(), {
				...{ report, by: currentName(), now: currentInstant(), locale: getLocale() }
			});
			await noteAct({
				action: 'report_made',
				object: name,
				...(unit === null ? {} : { unit }),
				detail: { text: report }
			});
			return m.reporting_kept_remade({ name });
		}),
	removeKept: ({ request }) =>
		answer(async () => {
			const form = await request.formData();
			const field = (name: string) => String(form.get(name) ?? '');
			const { name, sha256, unit } = await removeKeptReport(await productStore(), {
				...{ report: field('report'), reason: field('reason') },
				...{ by: currentName(), now: currentInstant() }
			});
			await noteAct({
				action: 'report_removed',
				object: name,
				...(unit === null ? {} : { unit }),
				detail: { sha256, reason: field('reason') }
			});
			return m.reporting_kept_removed();
		})
};

async function answer(work: () => Promise<string>) {
	try {
		return { schedule: { ok: true, message: await work() } satisfies Answer };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { schedule: { ok: false, message } satisfies Answer });
	}
}
