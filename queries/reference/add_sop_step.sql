-- Stores a step, limit or milestone of an SOP version.
insert into sop_step values (
	$version::integer,
	$step::integer,
	$kind::varchar,
	$step_id::varchar,
	$no::varchar,
	$activity::varchar,
	$actors::varchar[],
	$supplier::boolean,
	$is_start::boolean,
	$is_end::boolean,
	$optional::boolean,
	$clock::varchar,
	$budget_seconds::integer,
	$budget_days::integer,
	$budget_months::integer,
	$counts_first_day::boolean,
	$budget_provisional::boolean,
	$actors_provisional::boolean,
	$limit_from::integer,
	$limit_to::integer
)
