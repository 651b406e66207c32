-- The variants in which one activity comes right after another. An empty list of sources is where cases begin, an empty list
-- of targets where they end.
-- params: process; sources, targets — numbers of activities
-- rows: one per variant
-- not null: variant
select distinct variant
from (
	select
		v.variant,
		unnest(list_zip(list_prepend(null::integer, v.activities), list_append(v.activities, null::integer))) as ends
	from variant v
	where len(v.activities) > 0 and v.variant in (select variant from case_state where process = $process::integer)
)
where (case when len($sources::integer[]) = 0 then ends[1] is null else ends[1] in (select unnest($sources::integer[])) end)
	and (case when len($targets::integer[]) = 0 then ends[2] is null else ends[2] in (select unnest($targets::integer[])) end)
order by variant
