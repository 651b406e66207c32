import { error, type Actions } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { isFollowUp, nextActs, type ActKind } from '$lib/domain/evaluations/flow';
import { schemeSchema } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { publishActs } from '$lib/server/suppliers/publish';
import { findScheme, SERVICE_SCHEME } from '$lib/server/suppliers/schemes';
import { actOnSheet, findSheet, stateOf, type SheetAct } from '$lib/server/suppliers/sheets';
import { currentName, currentRequest, noteAct } from '$lib/server/web/context';
import { answerForm, type Field } from '../../parts/form-answer';
import { productStore } from '$lib/server/web/store';
import type { PageServerLoad } from './$types';

/** The action of the page that does each act. */
const ACTIONS: Record<ActKind, string> = {
	checked: 'check',
	filled: 'fill',
	received: 'receive',
	approved: 'approve',
	again: 'again',
	documented: 'document'
};

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const sheet = await findSheet(store, numberOf(params.sheet)).catch((cause: unknown) => {
		if (cause instanceof UserError) error(404, describeError(cause) ?? cause.code);
		throw cause;
	});
	const { person } = locals.identity;
	const state = stateOf(sheet);
	const scheme =
		sheet.scheme_document === null
			? findScheme(store.home, SERVICE_SCHEME)
			: schemeSchema.parse(JSON.parse(sheet.scheme_document));
	const scores = JSON.parse(sheet.scores ?? '{}') as Record<string, number | null>;
	const comments = JSON.parse(sheet.comments ?? '{}') as Record<string, string>;
	return {
		filterFields: [],
		filters,
		sheet: {
			number: sheet.sheet,
			revision: sheet.revision,
			name: sheet.name,
			supplier: sheet.supplier,
			unitName: sheet.unit_name,
			due: sheet.due,
			caseKey: sheet.case_key,
			zone: sheet.zone,
			state,
			terminated: sheet.terminated,
			followUp: isFollowUp(sheet.follow_up) ? sheet.follow_up : null,
			total: sheet.total === null ? null : plainTotal(Number(sheet.total))
		},
		scheme,
		aspects: scheme.aspects.map(({ id }) => ({
			score: scores[id] ?? null,
			comment: comments[id] ?? ''
		})),
		acts: await store.all('suppliers/services/acts', { sheet: sheet.sheet, unpublished: null }),
		own: sheet.filled_by !== null && sheet.filled_by === person?.name,
		next: nextActs(state).filter(
			(kind) =>
				person !== undefined &&
				mayDo('/suppliers/sheets/[sheet]', `POST ?/${ACTIONS[kind]}`, person)
		)
	};
};

/** An action of the page: what is asked, done by the person of the request, and laid among the cases. */
const does =
	(kind: ActKind, read: (field: Field, home: string) => Partial<SheetAct> = () => ({})) =>
	({ request, params }: { request: Request; params: Partial<Record<string, string>> }) =>
		answerForm(request, async (field) => {
			const store = await productStore();
			// Also whether the person sees this office.
			const found = await findSheet(store, numberOf(params.sheet));
			const by = {
				name: currentName(),
				fullName: currentRequest()?.person?.fullName ?? currentName()
			};
			const now = currentInstant();
			const act: SheetAct = {
				sheet: found.sheet,
				revision: Number(field('revision') || '-1'),
				kind,
				reason: field('reason'),
				...read(field, store.home)
			};
			await actOnSheet(store, act, { by, now });
			await noteAct({
				action: 'sheet_acted',
				object: `${found.name} ${found.case_key}`,
				unit: found.unit,
				detail: { step: kind, ...(act.reason === '' ? {} : { reason: act.reason }) }
			});
			await publishActs(store, { by: by.name, now });
			return m.sheet_saved();
		});

export const actions: Actions = {
	check: does('checked'),
	fill: does('filled', (field, home) => {
		const { aspects } = findScheme(home, SERVICE_SCHEME);
		return {
			entry: {
				scores: Object.fromEntries(
					aspects.map(({ id }) => {
						const written = field(`score-${id}`).trim();
						return [id, written === '' ? null : Number(written)];
					})
				),
				comments: Object.fromEntries(aspects.map(({ id }) => [id, field(`comment-${id}`).trim()])),
				terminated: field('terminated') === 'on'
			}
		};
	}),
	receive: does('received'),
	approve: does('approved'),
	again: does('again'),
	document: does('documented', (field) => {
		const followUp = field('follow_up');
		return isFollowUp(followUp) ? { followUp } : {};
	})
};

function numberOf(text: string | undefined): number {
	return /^\d{1,9}$/.test(text ?? '') ? Number(text) : -1;
}
