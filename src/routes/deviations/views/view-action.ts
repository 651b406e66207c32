import { fail } from '@sveltejs/kit';
import { readViewToSave } from '$lib/domain/deviations/saved-view';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { describeError, statusOfError } from '$lib/server/errors/describe';
import { currentInstant } from '$lib/server/product';
import { currentName, currentOwner, noteAct } from '$lib/server/web/context';
import { readForm } from '$lib/server/web/read-form';
import { productStore } from '$lib/server/web/store';

/** What the form of saved views came back with. */
export interface ViewAnswer {
	ok: boolean;
	message: string;
}

/** Keeps the filters of the page under a name, for the person or, shared, for everybody who sees the office. */
export async function saveView({ request }: { request: Request }) {
	const form = await readForm(request);
	return answer(async () => {
		const { name, address } = readViewToSave({
			name: String(form.get('name') ?? ''),
			address: String(form.get('address') ?? '')
		});
		const shared = form.get('shared') !== null;
		const unit = new URLSearchParams(address).get('unit');
		const store = await productStore();
		await store.writeAside((tx) =>
			tx.run('deviations/views/add', {
				...{ owner: currentOwner(), by_name: currentName(), name, address, unit, shared },
				now: currentInstant()
			})
		);
		if (shared) await noteAct({ action: 'view_shared', object: name, unit, detail: { address } });
		return m.deviations_view_saved({ name });
	});
}

/** Forgets a view that the person keeps. */
export async function removeView({ request }: { request: Request }) {
	const form = await readForm(request);
	return answer(async () => {
		const number = /^\d{1,9}$/.exec(String(form.get('view') ?? ''))?.[0];
		const store = await productStore();
		const owner = currentOwner();
		const own = (await store.all('deviations/views/list', { owner })).find(
			(view) => view.own && view.saved_view === Number(number)
		);
		if (!own) throw new UserError('saved_view_not_found');
		await store.writeAside((tx) =>
			tx.run('deviations/views/remove', { saved_view: own.saved_view, owner })
		);
		if (own.shared) await noteAct({ action: 'view_removed', object: own.name });
		return m.deviations_view_removed({ name: own.name });
	});
}

async function answer(work: () => Promise<string>) {
	try {
		return { view: { ok: true, message: await work() } satisfies ViewAnswer };
	} catch (error) {
		const message = describeError(error);
		if (message === undefined) throw error;
		return fail(statusOfError(error), { view: { ok: false, message } satisfies ViewAnswer });
	}
}
