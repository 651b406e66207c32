import { error, type Actions } from '@sveltejs/kit';
import { mayDo, RIGHTS } from '$lib/domain/accounts/rights';
import type { Role } from '$lib/domain/accounts/roles';
import {
	isFollowUp,
	isOwnDecision,
	nextActs,
	type ActKind,
	type SheetState
} from '$lib/domain/evaluations/flow';
import { schemeSchema } from '$lib/domain/evaluations/scheme';
import { plainTotal } from '$lib/domain/evaluations/score';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { describeError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { publishActs } from '$lib/server/suppliers/services/publish';
import { SERVICE_SCHEME } from '$lib/server/suppliers/schemes/load';
import {
	currentVersion,
	findSchemeHistory,
	listSchemes
} from '$lib/server/suppliers/schemes/versions';
import {
	actOnSheet,
	findSheet,
	stateOf,
	type SheetAct
} from '$lib/server/suppliers/services/sheets';
import type { Store } from '$lib/server/database/store';
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

/** Who does what comes next: the manager of supporting services or the head; null where nothing does. */
function turnOf(state: SheetState): 'manager' | 'head' | null {
	const [kind] = nextActs(state);
	if (kind === undefined) return null;
	return mayRole(kind, 'kepala') ? 'head' : 'manager';
}

function mayRole(kind: ActKind, role: Role): boolean {
	const right = RIGHTS['/suppliers/sheets/[sheet]']?.[`POST ?/${ACTIONS[kind]}`];
	return right !== undefined && right.roles !== 'anyone' && right.roles.includes(role);
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const store = await productStore();
	const { filters } = parseFilters(url.searchParams);
	const sheet = await findSheet(store, numberOf(params.sheet)).catch((cause: unknown) => {
		if (cause instanceof UserError) error(404, describeError(cause) ?? cause.code);
		throw cause;
	});
	const { person } = locals.identity;
	const state = stateOf(sheet);
	const allowed = nextActs(state).filter(
		(kind) =>
			person !== undefined && mayDo('/suppliers/sheets/[sheet]', `POST ?/${ACTIONS[kind]}`, person)
	);
	// Nobody decides on what they filled themselves: the page says so instead of offering it.
	const next = allowed.filter(
		(kind) => !isOwnDecision({ filledBy: sheet.filled_by }, { kind, by: person?.name })
	);
	const cases = await store.all('suppliers/services/sheet_cases', { sheet: sheet.sheet });
	const offered = (await listSchemes(store))
		.map((history) => currentVersion(history).scheme)
		.filter(({ subject }) => subject === 'services');
	const asked = url.searchParams.get('scheme') ?? sheet.scheme ?? SERVICE_SCHEME;
	const scheme =
		sheet.scheme_document !== null && !next.includes('filled')
			? schemeSchema.parse(JSON.parse(sheet.scheme_document))
			: (offered.find(({ id }) => id === asked) ??
				currentVersion(await findSchemeHistory(store, SERVICE_SCHEME)).scheme);
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
		schemes: offered.map(({ id, title }) => ({ id, title })),
		aspects: scheme.aspects.map(({ id }) => ({
			score: scores[id] ?? null,
			comment: comments[id] ?? ''
		})),
		acts: await store.all('suppliers/services/acts', { sheet: sheet.sheet, unpublished: null }),
		own: next.length < allowed.length,
		next,
		/** Whose turn it is, where it is not the reader's. */
		turn: next.length > 0 ? null : turnOf(state),
		cases: {
			monitoring: cases.find(({ proposal }) => !proposal)?.case_id ?? null,
			proposal: cases.find(({ proposal }) => proposal)?.case_id ?? null
		}
	};
};

/** An action of the page: what is asked, done by the person of the request, and laid among the cases. */
const does =
	(
		kind: ActKind,
		read: (
			field: Field,
			store: Store
		) => Partial<SheetAct> | Promise<Partial<SheetAct>> = () => ({})
	) =>
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
				...(await read(field, store))
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
	fill: does('filled', async (field, store) => {
		const id = field('scheme');
		const version = Number(field('version'));
		const history = await findSchemeHistory(store, id);
		const aspects = history.find(({ scheme }) => scheme.version === version)?.scheme.aspects ?? [];
		return {
			entry: {
				...{ scheme: id, version },
				scores: Object.fromEntries(
					aspects.map((aspect) => {
						const written = field(`score-${aspect.id}`).trim();
						return [aspect.id, written === '' ? null : Number(written)];
					})
				),
				comments: Object.fromEntries(
					aspects.map((aspect) => [aspect.id, field(`comment-${aspect.id}`).trim()])
				),
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
