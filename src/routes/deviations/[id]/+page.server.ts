import { error } from '@sveltejs/kit';
import type { FilterField } from '$lib/components/shell/shell-data';
import { UserError } from '$lib/domain/user-error';
import { describeError } from '$lib/server/errors/describe';
import { isIdentity, readHistory } from '$lib/server/followup/follow-up';
import { readEvidence } from '$lib/server/reading/deviations/deviation-evidence';
import { readDeviation } from '$lib/server/reading/deviations/deviation-list';
import { deviationKindName } from '$lib/server/reading/names';
import { productStore } from '$lib/server/web/store';
import { followRights } from '../follow/follow-action';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const store = await productStore();
	const { id } = params;
	if (!isIdentity(id)) notFound();
	const found = await readDeviation(store, id);
	const [gone] = found ? [] : await store.all('followup/gone', { id, unit: null, process: null });
	if (!found && !gone) notFound();
	// The filters travel on, but one deviation is not filtered.
	const filterFields: FilterField[] = [];
	const ofCase = found?.kind === 'late_schedule' ? { case_id: found.caseId } : undefined;
	const [windows, changes] = ofCase
		? await Promise.all([store.all('cases/windows', ofCase), store.all('cases/changes', ofCase)])
		: [[], []];
	const asked =
		found?.kind === 'missing_requirement' || found?.kind === 'missing_output'
			? await store.get('deviations/asked_documents', { id })
			: undefined;
	return {
		filterFields,
		id,
		/** Of a late schedule: what was planned, what became of it, and what was seen to move. */
		schedule: { windows, changes },
		/** Of a missing document: all that the SOP asks for at the step. */
		asked: asked?.documents.filter((document) => document !== null) ?? null,
		/** Of which version of the SOP it is a deviation: null where no SOP found it. */
		judgedBy: found ? ((await store.get('deviations/judged_by', { id })) ?? null) : null,
		found: found ?? null,
		evidence: found ? await readEvidence(store, id) : [],
		gone: gone ? { ...gone, kindName: deviationKindName(gone.kind) } : null,
		history: await readHistory(store, id),
		followMay: followRights(locals.identity.person)
	};
};

function notFound(): never {
	error(404, describeError(new UserError('deviation_not_found')) ?? '');
}
