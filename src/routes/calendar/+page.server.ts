import { fail, type Actions } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { parseFilters } from '$lib/domain/filters/filters';
import { formatDate } from '$lib/format/dates';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { addLocalHoliday, removeLocalHoliday } from '$lib/server/offices/local-holidays';
import { addOutage, removeOutage } from '$lib/server/offices/outages';
import { confirmUnit, findUnit } from '$lib/server/offices/units';
import { currentInstant } from '$lib/server/product';
import { readCalendar } from '$lib/server/reading/calendar/calendar';
import { currentName, noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';
import { importFile, previewFile, undoFile } from './outages/file-action';

export const load: PageServerLoad = async ({ url }) => {
	const { filters } = parseFilters(url.searchParams);
	const year = /^\d{4}$/.exec(url.searchParams.get('year') ?? '')?.[0];
	const store = await productStore();
	const calendar = await readCalendar(store, {
		unit: filters.unit,
		year: year === undefined ? null : Number(year),
		today: currentInstant().slice(0, 10)
	});
	return {
		filterFields: ['unit' as const],
		filters,
		calendar,
		outageFiles: await store.all('calendar/outage_files/list', {
			unit: filters.unit === null ? null : (await findUnit(store, filters.unit)).unit
		}),
		/** The unit whose form is open. */
		office: url.searchParams.get('office')
	};
};

/** Which form of the page an answer belongs to. */
type FormName = 'outage' | 'unit' | 'holiday';
type Fields = Record<string, string>;

export const actions: Actions = {
	addOutage: ({ request }) =>
		answer(request, 'outage', async (fields) => {
			const store = await productStore();
			const unit = fields.unit ?? '';
			const entry = {
				from: fields.from ?? '',
				until: fields.until ?? '',
				reason: fields.reason ?? '',
				evidence: fields.evidence ?? ''
			};
			// Also whether the person sees this office.
			const { name } = await findUnit(store, unit);
			await addOutage(store, unit, entry, { by: currentName(), now: currentInstant() });
			await noteAct({ action: 'outage_added', object: name, unit, detail: entry });
			return m.calendar_outage_saved({ unit: name });
		}),
	removeOutage: ({ request }) =>
		answer(request, 'outage', async (fields) => {
			const number = /^\d{1,9}$/.exec(fields.outage ?? '')?.[0];
			if (number === undefined)
				throw new UserError('outage_not_found', { outage: fields.outage ?? '—' });
			const store = await productStore();
			const outages = await store.all('calendar/outages', { unit: null });
			const outage = outages.find((row) => row.outage === Number(number));
			if (!outage) throw new UserError('outage_not_found', { outage: number });
			await removeOutage(store, outage.outage, currentInstant());
			await noteAct({
				action: 'outage_removed',
				object: outage.unit_name,
				unit: outage.unit,
				detail: { from: outage.started, until: outage.ended, reason: outage.reason }
			});
			return m.calendar_outage_removed();
		}),
	previewOutages: (event) => previewFile(event),
	importOutages: (event) => importFile(event),
	undoOutages: (event) => undoFile(event),
	confirmUnit: ({ request }) =>
		answer(request, 'unit', async (fields) => {
			const given = { unit: fields.unit ?? '', name: fields.name ?? '', zone: fields.zone ?? '' };
			const store = await productStore();
			await findUnit(store, given.unit);
			await confirmUnit(store, given, currentInstant());
			const { unit, name, zone } = given;
			await noteAct({ action: 'unit_confirmed', object: name, unit, detail: { zone } });
			return m.calendar_unit_saved({ name: given.name.trim() });
		}),
	addHoliday: ({ request }) =>
		answer(request, 'holiday', async (fields) => {
			const day = fields.day ?? '';
			const given = {
				unit: fields.unit ?? '',
				title: fields.title ?? '',
				decree: fields.decree ?? ''
			};
			const store = await productStore();
			const { name } = await findUnit(store, given.unit);
			await addLocalHoliday(store, { ...given, day }, currentInstant());
			const { unit, ...detail } = given;
			await noteAct({ action: 'holiday_added', object: `${name} ${day}`, unit, detail });
			return m.calendar_local_added({ date: formatDate(day) });
		}),
	removeHoliday: ({ request }) =>
		answer(request, 'holiday', async (fields) => {
			const day = fields.day ?? '';
			const given = { unit: fields.unit ?? '', day };
			const store = await productStore();
			const { name } = await findUnit(store, given.unit);
			await removeLocalHoliday(store, given, currentInstant());
			await noteAct({ action: 'holiday_removed', object: `${name} ${day}`, unit: given.unit });
			return m.calendar_local_removed({ date: formatDate(day) });
		})
};

/** Runs what a form asks for; a wrong input comes back with its sentence and what was typed. */
async function answer(request: Request, form: FormName, work: (fields: Fields) => Promise<string>) {
	const sent = await request.formData();
	const fields: Fields = {};
	for (const [name, value] of sent) if (typeof value === 'string') fields[name] = value;
	try {
		return { form, ok: true, message: await work(fields), fields: {} as Fields };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { form, ok: false, message, fields });
	}
}
