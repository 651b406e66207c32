create type deviation_kind as enum (
	'late_step',
	'late_case',
	'late_schedule',
	'missing_requirement',
	'missing_output',
	'skipped',
	'outside_sop',
	'out_of_order',
	'repeated',
	'not_allowed',
	'wrong_actor'
);
