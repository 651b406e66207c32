-- How many entries a choice of the record has.
-- params: as audit/page
-- rows: one
-- not null: entries
select count(*) as entries
from audit_entry
where ($action::varchar is null or action = $action::varchar)
	and ($actor::varchar is null or actor = $actor::varchar)
	and ($search::varchar is null or contains(lower(object || ' ' || detail), lower($search::varchar)))
	and ($from::date is null or (happened_at + to_hours($offset_hours::integer))::date >= $from::date)
	and ($to::date is null or (happened_at + to_hours($offset_hours::integer))::date <= $to::date)
