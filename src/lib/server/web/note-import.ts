import { UserError } from '$lib/domain/user-error';
import { noteImportUnits } from '../accounts/import-units';
import { recordAct, type Act } from '../audit/append';
import { importedAct } from '../audit/import-acts';
import { getStore } from '../database/lifecycle';
import { currentInstant } from '../product';
import type { Job } from '../uploads/jobs';
import { currentActor, currentRequest } from './context';

/**
 * What is to be noted when a job of the running request has ended: which offices its import speaks of, and in the record
 * who imported which files. A check leaves no trace in the store and none in the record.
 */
export function noteImport(): (job: Job) => Promise<void> {
	const actor = currentActor();
	const units = currentRequest()?.person?.units ?? null;
	return async (job) => {
		if (job.action !== 'import' && job.action !== 'reread') return;
		const store = await getStore();
		if (job.state === 'done') await noteImportUnits(store);
		await recordAct(store, actor, actOf(job, units), currentInstant());
	};
}

function actOf({ state, result, error }: Job, units: readonly string[] | null): Act {
	const unit = units?.length === 1 ? (units[0] ?? null) : null;
	if (state !== 'done' || !result || !('files' in result))
		return {
			action: state === 'cancelled' ? 'import_cancelled' : 'import_failed',
			object: '',
			unit,
			detail: error instanceof UserError ? { reason: error.code } : {}
		};
	return { ...importedAct(result), unit };
}
