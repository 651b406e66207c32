-- Reads a CSV file with all its cells; the parameters say in which cell, from 1, each field stands.
-- params: path in the work folder, delimiter, names of all columns, positions; explicit — whether times have formats of
-- their own
-- rows: one per readable record
-- reads: csv
create or replace temp table staged_fields as
select
	cells[$case_key::integer] as case_key,
	cells[$activity::integer] as activity,
	cells[$step::integer] as step,
	plain_time(cells[$started::integer], $explicit::boolean) as started_at,
	plain_time(cells[$completed::integer], $explicit::boolean) as completed_at,
	case when started_at is null then cells[$started::integer] end as started,
	case when completed_at is null then cells[$completed::integer] end as completed,
	cells[$actor::integer] as actor,
	cells[$role::integer] as role,
	cells[$unit::integer] as unit,
	cells[$unit_name::integer] as unit_name,
	cells[$requirements::integer] as requirements,
	cells[$outputs::integer] as outputs,
	cells[$status::integer] as status,
	cells[$stated_at::integer] as stated_at,
	cells[$parent::integer] as parent,
	cells
from (
	select list_value(*columns(*)) as cells
	from read_csv(
		$path::varchar,
		all_varchar = true,
		header = true,
		delim = $delimiter::varchar,
		quote = '"',
		escape = '"',
		comment = '',
		names = $names::varchar[],
		strict_mode = true,
		null_padding = false,
		sample_size = 1,
		store_rejects = true,
		rejects_limit = 0
	)
)
