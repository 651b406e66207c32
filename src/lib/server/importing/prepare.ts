import type { Transaction } from '../database/store';
import { prepareRebuild } from '../pipeline/rebuild';

/** Makes the tables and expressions that an import hands from stage to stage. */
export async function prepareImport(tx: Transaction): Promise<void> {
	await prepareRebuild(tx);
	await tx.stage('30_times');
	await tx.stage('40_import');
}
