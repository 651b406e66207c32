import type { Field } from '$lib/domain/importing/fields';
import { m } from '$lib/paraglide/messages';

/** What each field is called. */
export const FIELD_NAMES: Record<Field, () => string> = {
	case: m.imports_field_case,
	activity: m.imports_field_activity,
	step: m.imports_field_step,
	started: m.imports_field_started,
	completed: m.imports_field_completed,
	actor: m.imports_field_actor,
	role: m.imports_field_role,
	unit: m.imports_field_unit,
	requirements: m.imports_field_requirements,
	outputs: m.imports_field_outputs,
	status: m.imports_field_status,
	parent: m.imports_field_parent
};

/** The name of a field; one that has none stays as it is. */
export function fieldName(field: string): string {
	return (FIELD_NAMES as Record<string, (() => string) | undefined>)[field]?.() ?? field;
}
