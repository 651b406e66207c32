-- Records that an office confirms an inferred value.
insert into sop_confirmation (sop, step_id, field, target, subject, value, confirmed_by, confirmed_at, sample)
values (
	$sop::varchar,
	$step_id::varchar,
	$field::varchar,
	$target::varchar,
	$subject::varchar,
	$value::varchar,
	$confirmed_by::varchar,
	$confirmed_at::timestamp,
	$sample::boolean
)
