import { fail } from '@sveltejs/kit';
import { parseFilters } from '$lib/domain/filters/filters';
import { checkSop } from '$lib/domain/sop/problems';
import type { Sop } from '$lib/domain/sop/types';
import { UserError } from '$lib/domain/user-error';
import { findingText } from '$lib/format/findings';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { readVariantDraft, writeVariantDraft } from '$lib/server/reading/interchange/variant-draft';
import { readNumber } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { addSop, LONGEST_SOP } from '$lib/server/reference/sops/own-sops';
import { noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';

/** What a file is called that was typed. */
const TYPED = 'SOP.yaml';

export const load: PageServerLoad = () => ({ filterFields: [] as const });

export const actions: Actions = {
	/** From the page of a variant: its file, to be looked at and added. */
	draft: async ({ request }) => {
		const sent = await request.formData();
		return answer(async () => {
			const field = (name: string) => textOf(sent.get(name));
			const params = new URLSearchParams(
				[...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
			);
			const store = await productStore();
			const mined = await findMined(store, field('sop'), parseFilters(params).filters);
			const draft = await readVariantDraft(store, mined, readNumber(params, 'variant'));
			return look({ text: writeVariantDraft(mined, draft, field), file: TYPED });
		});
	},
	check: async ({ request }) => {
		const given = await readGiven(await request.formData());
		return answer(() => look(given), given);
	},
	add: async ({ request }) => {
		const given = await readGiven(await request.formData());
		return answer(async () => {
			const { sop, added } = await addSop(await productStore(), {
				...given,
				now: currentInstant()
			});
			await noteAct({ action: 'sop_added', object: sop.id, detail: { added, ...given } });
			return { added: { id: sop.id, title: sop.title, what: added } };
		}, given);
	}
};

interface Given {
	text: string;
	file: string;
}

/** A chosen file, else what stands in the field. */
async function readGiven(sent: FormData): Promise<Given> {
	const file = sent.get('file');
	if (file instanceof File && file.size > 0) return { text: await file.text(), file: file.name };
	return { text: textOf(sent.get('text')), file: TYPED };
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === 'string' ? value : '';
}

/** The steps of a file, or its problems in the reader's words. */
function look({ text, file }: Given) {
	if (text.length > LONGEST_SOP) throw new UserError('sop_long', { most: LONGEST_SOP });
	const { sop, problems } = checkSop(text, file);
	return {
		text,
		preview: sop && previewOf(sop),
		problems: problems.map(({ line, error }) => ({ line, message: describeError(error) ?? '' }))
	};
}

function previewOf(sop: Sop) {
	const numbers = new Map(sop.steps.map(({ id, no }) => [id, no]));
	const { id, title, office, closed } = sop;
	return {
		...{ id, title, office, closed },
		steps: sop.steps.map(({ no, activity, actors, time, start, end, next }) => ({
			...{ no, activity, actors, time, start, end },
			next: next.map(({ to }) => numbers.get(to) ?? to)
		})),
		findings: sop.findings.map(findingText)
	};
}

async function answer<T extends object>(work: () => T | Promise<T>, given?: Given) {
	try {
		return { message: null, ...(await work()) };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { message, text: given?.text ?? '' });
	}
}
