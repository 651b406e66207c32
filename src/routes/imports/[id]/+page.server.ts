import { fail, redirect, type Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { undoneAct } from '$lib/server/audit/import-acts';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { undoImport } from '$lib/server/importing/undo';
import { currentInstant } from '$lib/server/product';
import {
	parseImportNumber,
	readImport,
	readImportCases,
	readRejects,
	readUndoEffect
} from '$lib/server/reading/imports/imports';
import { readWholeNumber } from '$lib/server/reading/keyset';
import { keepRecords } from '$lib/server/uploads/history';
import { hasOriginal } from '$lib/server/uploads/originals';
import { noteAct } from '$lib/server/web/context';
import { shownValue } from '$lib/server/web/answers/personal-data';
import { productStore, wholeStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const { person } = locals.identity;
	const detail = await readImport(store, parseImportNumber(params.id));
	const { import: number, undoneAt } = detail;
	const file = readWholeNumber(url.searchParams, 'file');
	const reason = url.searchParams.get('reason');
	const last = /^(\d{1,9})-(\d{1,9})$/.exec(url.searchParams.get('rejects-after') ?? '');
	const after = { file: Number(last?.[1] ?? 0), record: Number(last?.[2] ?? 0) };
	const casesAfter = readWholeNumber(url.searchParams, 'cases-after') ?? 0;
	const [cases, rejects, undo, originals] = await Promise.all([
		readImportCases(store, number, casesAfter),
		readRejects(store, { import: number, file, reason, after }),
		undoneAt === null && url.searchParams.has('undo') ? readUndoEffect(store, number) : null,
		Promise.all(detail.files.map(({ sha256 }) => hasOriginal(store, sha256)))
	]);
	const show = <Row extends { column_name: string | null; value: string | null }>(
		row: Row
	): Row => ({
		...row,
		value: shownValue(locals, row.column_name, row.value)
	});
	return {
		filterFields: [] as const,
		detail: {
			...detail,
			rejectGroups: detail.rejectGroups.map((group) => ({
				...group,
				samples: group.samples.map(({ record, value }) => ({
					record,
					value: shownValue(locals, group.column, value)
				}))
			}))
		},
		cases: { ...cases, after: casesAfter },
		rejects: {
			...rejects,
			rejects: rejects.rejects.map(show),
			file,
			reason,
			first: after.file === 0
		},
		/** What would go; null while nobody asks. */
		undo,
		/** Files that are kept as they came, by number. */
		originals: detail.files.flatMap(({ file }, at) => (originals[at] ? [file] : [])),
		can: {
			download: person ? mayDo('/imports/[id]/originals/[file]', 'GET', person) : false,
			reread: person ? mayDo('/imports/[id]/reread', 'POST', person) : false
		}
	};
};

export const actions: Actions = {
	undo: async ({ params }) => {
		let number: number;
		try {
			number = parseImportNumber(params.id ?? '');
			const store = await productStore();
			// Whoever does not see an import does not undo it either.
			await readImport(store, number);
			await keepRecords(await wholeStore());
			const undone = await undoImport({ store, import: number, now: currentInstant() });
			await noteAct(undoneAct(number, undone));
		} catch (error) {
			const message = describeError(error);
			if (message === undefined) throw error;
			return fail(statusOfError(error), { message });
		}
		redirect(303, `/imports?undone=${number}`);
	}
};
