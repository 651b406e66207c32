import { fail } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/accounts/rights';
import { FOLLOW_RULES, isFollowAct, type FollowRight } from '$lib/domain/deviations/follow-up';
import type { Person } from '$lib/domain/accounts/roles';
import { parseFilters } from '$lib/domain/filters/filters';
import { UserError } from '$lib/domain/user-error';
import { followStatesText } from '$lib/format/follow-up';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { FOLLOW_MOST, followUp } from '$lib/server/followup/follow-up';
import { currentInstant } from '$lib/server/product';
import { parseDeviationFilters } from '$lib/server/reading/deviations/deviation-filters';
import { listDeviations } from '$lib/server/reading/deviations/deviation-list';
import { scopeOfFilters } from '$lib/server/reading/scope';
import { currentActor, currentOwner, noteAct } from '$lib/server/web/context';
import { readForm } from '$lib/server/web/read-form';
import { productStore } from '$lib/server/web/store';

/** What the follow-up form came back with. */
export interface FollowAnswer {
	ok: boolean;
	message: string;
}

/** Which of the acts a person may do; for the form, which offers no others. */
export function followRights(person: Person | undefined): Record<FollowRight, boolean> {
	const may = (right: FollowRight): boolean =>
		person !== undefined && mayDo('/deviations', `POST ?/${right}`, person);
	return { explain: may('explain'), ask: may('ask'), decide: may('decide'), excuse: may('excuse') };
}

/**
 * Does what the follow-up form asks for, to the rows that were chosen or to all of the page's filters. The act must be
 * one of the action it was sent to, for the table of rights knows actions only.
 */
export async function followAction(
	{ request, url }: { request: Request; url: URL },
	right: FollowRight
) {
	const form = await readForm(request);
	try {
		const act = form.get('act');
		if (!isFollowAct(act) || FOLLOW_RULES[act].right !== right)
			throw new UserError('follow_up_act');
		const actor = currentActor();
		const ids = form.get('all') === null ? texts(form, 'id') : await idsOfFilters(form, url);
		const result = await followUp(await productStore(), {
			ids,
			act,
			body: String(form.get('body') ?? ''),
			files: texts(form, 'file'),
			due: String(form.get('due') ?? ''),
			by: { account: actor.account, name: actor.name, owner: currentOwner() },
			now: currentInstant()
		});
		for (const unit of result.units)
			await noteAct({
				action: 'deviations_followed',
				object: act,
				unit,
				detail: { deviations: result.done, bundle: result.bundle }
			});
		const done = formatCount(result.done);
		const message =
			Object.keys(result.left).length === 0
				? m.followup_done({ done })
				: m.followup_done_left({ done, reasons: followStatesText(result.left) });
		return { follow: { ok: true, message } satisfies FollowAnswer };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { follow: { ok: false, message } satisfies FollowAnswer });
	}
}

/** The form carries the page's own address parameters, as `filters`. */
async function idsOfFilters(form: FormData, url: URL): Promise<string[]> {
	const params = new URLSearchParams(String(form.get('filters') ?? url.search));
	const store = await productStore();
	const { rows, next } = await listDeviations(store, {
		scope: await scopeOfFilters(store, parseFilters(params).filters),
		filters: parseDeviationFilters(params, currentInstant()),
		place: { key: null, backward: false },
		size: FOLLOW_MOST
	});
	if (next !== null) throw new UserError('follow_up_many', { most: FOLLOW_MOST });
	return rows.map(({ id }) => id);
}

function texts(form: FormData, name: string): string[] {
	return form.getAll(name).filter((value) => typeof value === 'string');
}
