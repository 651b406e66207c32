-- Lays the staged JSON objects out as cells: nested values stay JSON, numbers stay as exact as they are written.
-- params: paths of the columns; positions of the fields, from 1; explicit — whether times have formats of
-- their own
-- rows: one per object
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
	select json_extract_string(element, $paths::varchar[]) as cells
	from staged_json
	where json_type(element) = 'OBJECT'
)
