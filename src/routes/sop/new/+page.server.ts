import { fail } from '@sveltejs/kit';
import { stringify } from 'yaml';
import { parseFilters } from '$lib/domain/filters/filters';
import { checkSop } from '$lib/domain/sop/problems';
import type { Sop, Step } from '$lib/domain/sop/types';
import { compareSops, versionKey } from '$lib/domain/sop/versions';
import { toSopFile } from '$lib/domain/sop/write';
import { UserError } from '$lib/domain/user-error';
import { findingText } from '$lib/format/findings';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { readVariantDraft, writeVariantDraft } from '$lib/server/reading/interchange/variant-draft';
import { readNumber } from '$lib/server/reading/mining/map';
import { findMined } from '$lib/server/reading/mining/mined-process';
import { addSop, foreseeSop, LONGEST_SOP } from '$lib/server/reference/sops/own-sops';
import { findVersion } from '$lib/server/reference/sops/versions';
import { noteAct } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { Actions, PageServerLoad } from './$types';

/** What a file is called that was typed. */
const TYPED = 'SOP.yaml';

/** Empty, or the file of the version that the address names, to write the next one from. */
export const load: PageServerLoad = async ({ url: { searchParams } }) => {
	const from = searchParams.get('from');
	const found =
		from === null
			? null
			: await findVersion(await productStore(), from, searchParams.get('version') || null);
	return {
		filterFields: [] as const,
		from: found && { id: found.sop.id, title: found.sop.title, effectiveFrom: found.effectiveFrom },
		text: found ? stringify(toSopFile(found.sop), { lineWidth: 0 }) : ''
	};
};

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
			const mined = await findMined(
				store,
				field('sop'),
				parseFilters(params).filters,
				field('version') || null
			);
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
			return {
				added: {
					...{ id: sop.id, title: sop.title, what: added },
					version: added === 'sop' ? null : versionKey(sop.effectiveFrom)
				}
			};
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

/** The steps of a file and what it would change, or its problems in the reader's words. */
async function look({ text, file }: Given) {
	if (text.length > LONGEST_SOP) throw new UserError('sop_long', { most: LONGEST_SOP });
	const { sop, problems } = checkSop(text, file);
	return {
		text,
		preview: sop && previewOf(sop),
		effect: sop && (await effectOf(sop)),
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

/** What the version would do to the SOP that the store has; null for a new one. */
async function effectOf(sop: Sop) {
	const effect = await foreseeSop(await productStore(), sop);
	if (!effect) return null;
	const { before, replaces, until, cases } = effect;
	const { added, removed, changed, ...rest } = compareSops(before, sop);
	const row = ({ no, activity, time }: Step) => ({ no, activity, time });
	return {
		...{ replaces, until, cases, from: sop.effectiveFrom, title: before.title },
		before: before.effectiveFrom,
		difference: {
			...rest,
			added: added.map(row),
			removed: removed.map(row),
			changed: changed.map(({ after, changes }) => ({ ...row(after), changes }))
		}
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
