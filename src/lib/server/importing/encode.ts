import { normaliseActivity } from '$lib/domain/sop/normalise';
import type { Plan } from '$lib/domain/importing/plan';
import type { Transaction } from '../database/store';

/**
 * Gives the offices, cases, activities, actors and roles of the table `staged` their numbers; those that the store does
 * not know are set aside in `new_*`, to be kept if an accepted row names them. Answers how many elements its lists have.
 */
export async function encode(
	tx: Transaction,
	given: { plan: Plan; process: number; defaultUnit: string; sample: boolean }
): Promise<number> {
	const { plan, process } = given;
	await tx.stage('50_file');
	const elements = await listElements(tx, plan);
	await tx.run('importing/encode/list_cases', {
		default_unit: given.defaultUnit,
		codes: plan.profile.process !== undefined
	});
	await tx.run('importing/encode/add_units', { sample: given.sample });
	await tx.run('importing/encode/add_cases', { process });
	await tx.run('importing/encode/number_cases', { process });

	if (plan.profile.form === 'wide')
		await tx.run('importing/encode/list_wide_activities', {
			names: plan.events.map(({ activity }) => activity)
		});
	else {
		const names = plan.profile.activities;
		await tx.run('importing/encode/list_activities', {
			codes: Object.keys(names ?? {}),
			names: Object.values(names ?? {}),
			by_code: names !== undefined
		});
	}
	const created = await tx.all('importing/encode/new_activities');
	if (created.length > 0)
		await tx.run('importing/encode/add_activities', {
			texts: created.map(({ text }) => text),
			step_refs: created.map(({ step_ref }) => step_ref),
			names: created.map(({ text }) => normaliseActivity(text))
		});
	await tx.run('importing/encode/number_activities');

	if (plan.fields.actor === undefined && plan.fields.role === undefined) return elements;
	await tx.run('importing/encode/list_names');
	await tx.run('importing/encode/add_actors');
	await tx.run('importing/encode/number_actors');
	await tx.run('importing/encode/add_roles');
	await tx.run('importing/encode/number_roles');
	return elements;
}

/** Lays out the lists in cells; answers how many elements they have. */
async function listElements(tx: Transaction, plan: Plan): Promise<number> {
	let elements = 0;
	const paths = (keys: readonly string[]) =>
		keys.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
	for (const [list, planned] of plan.lists.entries())
		elements += await tx.run('importing/type/list_elements', {
			list,
			position: planned.position + 1,
			activity: planned.activity ?? null,
			named: paths(planned.named),
			started: paths(planned.started),
			completed: paths(planned.completed),
			object: paths(planned.object)
		});
	return elements;
}
