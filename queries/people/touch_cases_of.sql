-- The cases of an office in which somebody of these names acted are to be judged anew.
-- params: unit; persons — names as they are written
-- rows: one per case
insert into touched_case
select distinct c.case_id
from event e
join case_instance c on c.case_id = e.case_id and c.unit = $unit::integer
where e.actor in (
	select actor from actor
	where plain_name(name) in (select plain_name(unnest($persons::varchar[])))
)
	and c.case_id not in (select case_id from touched_case)
