-- Why something could not be judged.
create type unmeasured_reason as enum (
	'predecessor_unseen',
	'no_predecessor',
	'no_completion',
	'outside_hours',
	'calendar_not_covered',
	'precision',
	'no_sop_in_force',
	'limit_start_unseen',
	'several_enabled',
	'processing_partial',
	'cancelled',
	'negative_time'
);
