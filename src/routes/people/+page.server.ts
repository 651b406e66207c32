import { fail } from '@sveltejs/kit';
import type { FilterField } from '$lib/components/shell/shell-data';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import {
	addPersonRole,
	endPersonRole,
	findPersonRole,
	importPeople,
	removePersonRole
} from '$lib/server/offices/people';
import { findUnit } from '$lib/server/offices/units';
import { currentInstant } from '$lib/server/product';
import { readPeople } from '$lib/server/reading/people/people';
import { noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const { filters } = parseFilters(url.searchParams);
	const filterFields: FilterField[] = ['unit'];
	return { filterFields, filters, ...(await readPeople(await productStore(), filters.unit)) };
};

type Fields = Record<string, string>;

export const actions: Actions = {
	add: ({ request, locals }) =>
		answer(request, 'add', async (fields) => {
			const store = await productStore();
			// Also whether the person sees this office.
			const { code, name } = await findUnit(store, fields.unit ?? '');
			const written = {
				person: fields.person ?? '',
				role: fields.role ?? '',
				from: fields.from ?? '',
				until: fields.until ?? ''
			};
			const writer = { by: writerOf(locals), now: currentInstant() };
			const kept = await addPersonRole(store, code, written, writer);
			await noteAct({
				action: 'person_role_added',
				object: `${kept.person} · ${name}`,
				unit: code,
				detail: { role: kept.role, from: kept.from, until: kept.until ?? '' }
			});
			return m.people_added({ person: kept.person, role: kept.role });
		}),
	end: ({ request }) =>
		answer(request, 'end', async (fields) => {
			const store = await productStore();
			const found = await findPersonRole(store, entryOf(fields));
			const until = fields.until ?? '';
			await endPersonRole(store, found.entry, until, currentInstant());
			await noteAct({
				action: 'person_role_ended',
				object: `${found.person} · ${found.unit_name}`,
				unit: found.unit_code,
				detail: { role: found.role, until }
			});
			return m.people_ended({ person: found.person, role: found.role });
		}),
	remove: ({ request }) =>
		answer(request, 'end', async (fields) => {
			const store = await productStore();
			const found = await findPersonRole(store, entryOf(fields));
			await removePersonRole(store, found.entry, currentInstant());
			await noteAct({
				action: 'person_role_removed',
				object: `${found.person} · ${found.unit_name}`,
				unit: found.unit_code,
				detail: { role: found.role, from: found.valid_from, until: found.valid_until ?? '' }
			});
			return m.people_removed({ person: found.person, role: found.role });
		}),
	import: ({ request, locals }) =>
		answer(request, 'import', async (fields, file) => {
			const store = await productStore();
			const { code, name } = await findUnit(store, fields.unit ?? '');
			if (!file || file.size === 0) throw new UserError('people_csv_empty');
			const writer = { by: writerOf(locals), now: currentInstant() };
			const count = await importPeople(store, code, await file.text(), writer);
			await noteAct({
				action: 'person_roles_imported',
				object: name,
				unit: code,
				detail: { files: file.name, count }
			});
			return m.people_imported({ count: formatCount(count), unit: name });
		})
};

/** Who writes, by name; a visitor of a demonstration has none of their own. */
function writerOf({ identity }: App.Locals): string {
	return identity.person?.fullName ?? 'demo';
}

function entryOf(fields: Fields): number {
	const number = /^\d{1,9}$/.exec(fields.entry ?? '')?.[0];
	if (number === undefined) throw new UserError('people_not_found');
	return Number(number);
}

/** Runs what a form asks for; a wrong input comes back with its sentence and what was typed. */
async function answer(
	request: Request,
	form: 'add' | 'end' | 'import',
	work: (fields: Fields, file: File | null) => Promise<string>
) {
	const sent = await request.formData();
	const fields: Fields = {};
	let file: File | null = null;
	for (const [name, value] of sent) {
		if (typeof value === 'string') fields[name] = value;
		else file = value;
	}
	try {
		return { form, ok: true, message: await work(fields, file), fields: {} as Fields };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { form, ok: false, message, fields });
	}
}
