import type { Transaction } from '../database/store';
import { prepareRebuild } from '../pipeline/rebuild';

/** Makes the tables and expressions that an import hands from stage to stage. */
export async function prepareImport(tx: Transaction): Promise<void> {
	await prepareRebuild(tx);
	await tx.run('staging/10_macro_clean');
	await tx.run('staging/11_macro_month');
	await tx.run('staging/12_macro_iso_time');
	await tx.run('staging/13_macro_day_first_time');
	await tx.run('staging/14_macro_month_first_time');
	await tx.run('staging/14_macro_is_blank_time');
	await tx.run('staging/14_macro_is_plain_time');
	await tx.run('staging/15_macro_in_range');
	await tx.run('staging/15_macro_read_time');
	await tx.run('staging/15_macro_time_fault');
	await tx.run('staging/16_macro_local_time');
	await tx.run('staging/16_staged');
	await tx.run('staging/16_staged_json');
	await tx.run('staging/17_macro_element_record');
	await tx.run('staging/17_macro_kept');
	await tx.run('staging/17_macro_staged_record');
	await tx.run('staging/17_staged_reject');
	await tx.run('staging/18_typed_detail');
	await tx.run('staging/18_typed_event');
	await tx.run('staging/18_typed_fact');
	await tx.run('staging/19_known_event');
	await tx.run('staging/19_repeated_event');
}
