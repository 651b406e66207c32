-- Records that an office confirms an inferred value.
insert into sop_confirmation values (
	$sop::varchar,
	$step_id::varchar,
	$field::varchar,
	$target::varchar,
	$confirmed_by::varchar,
	$confirmed_at::timestamp,
	$sample::boolean
)
