import { fail } from '@sveltejs/kit';
import { UserError } from '$lib/domain/user-error';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import {
	findOutageFile,
	importOutages,
	previewOutages,
	undoOutageFile
} from '$lib/server/offices/outages';
import { findUnit } from '$lib/server/offices/units';
import { currentInstant } from '$lib/server/product';
import { currentName, noteAct } from '$lib/server/web/context';
import { readForm } from '$lib/server/web/read-form';
import { productStore } from '$lib/server/web/store';

/** A row of a file of outages as the preview shows it. */
export interface PreviewRow {
	row: number;
	from: string;
	until: string;
	reason: string;
	evidence: string;
	/** Why it is left out; null where it is not. */
	problem: string | null;
}

/** What the form of files of outages came back with. */
export interface OutageFileAnswer {
	ok: boolean;
	message: string;
	/** What was sent, and what would become of it. */
	preview: { unit: string; name: string; content: string; rows: PreviewRow[] } | null;
}

type Work = (form: FormData) => Promise<Omit<OutageFileAnswer, 'ok'>>;

/** Reads a file of outages and says, row by row, what it would add; changes nothing. */
export const previewFile = ({ request }: { request: Request }) =>
	answer(request, async (form) => {
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) throw new UserError('outages_csv_empty');
		const unit = text(form, 'unit');
		const content = await file.text();
		const rows = await previewOutages(await productStore(), unit, content);
		const usable = rows.filter(({ entry }) => entry !== null).length;
		return {
			message: m.calendar_outages_previewed({
				file: file.name,
				usable: formatCount(usable),
				left: formatCount(rows.length - usable)
			}),
			preview: {
				...{ unit, name: file.name, content },
				rows: rows.map(({ row, written, error }) => ({
					row,
					...written,
					problem: error === null ? null : (describeError(error) ?? error.code)
				}))
			}
		};
	});

/** Adds the outages of a file that was previewed. */
export const importFile = ({ request }: { request: Request }) =>
	answer(request, async (form) => {
		const store = await productStore();
		const { code, name: unitName } = await findUnit(store, text(form, 'unit'));
		const name = text(form, 'name').slice(0, 200) || 'outages.csv';
		const { added, left } = await importOutages(
			store,
			code,
			{ name, content: text(form, 'content') },
			{ by: currentName(), now: currentInstant() }
		);
		await noteAct({
			...{ action: 'outages_imported', object: `${name} · ${unitName}`, unit: code },
			detail: { count: added, left }
		});
		const counts = { count: formatCount(added), left: formatCount(left), unit: unitName };
		return { message: m.calendar_outages_imported(counts), preview: null };
	});

/** Takes a file of outages back. */
export const undoFile = ({ request }: { request: Request }) =>
	answer(request, async (form) => {
		const number = /^\d{1,9}$/.exec(text(form, 'file'))?.[0];
		const store = await productStore();
		const file = await findOutageFile(store, Number(number ?? 0));
		await undoOutageFile(store, file.outage_file, currentInstant());
		await noteAct({
			...{ action: 'outages_undone', object: `${file.name} · ${file.unit_name}` },
			unit: file.unit_code,
			detail: { sha256: file.sha256 }
		});
		return { message: m.calendar_outages_undone({ file: file.name }), preview: null };
	});

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

async function answer(request: Request, work: Work) {
	const form = await readForm(request);
	try {
		return { outageFile: { ok: true, ...(await work(form)) } satisfies OutageFileAnswer };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), {
			outageFile: { ok: false, message, preview: null } satisfies OutageFileAnswer
		});
	}
}
