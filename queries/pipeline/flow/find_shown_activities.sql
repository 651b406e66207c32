-- Which activities the files of the running import have, for each office; also those that other files have said before.
-- params: file, kind — lists of one length
-- rows: one per file, office and activity
insert into new_shown_activity
select s.file, k.kind, s.unit, s.process, s.activity, s.first_day, s.last_day
from (
	select
		t.file, c.unit, c.process, t.activity,
		min(coalesce(t.started, t.completed))::date as first_day,
		max(coalesce(t.completed, t.started))::date as last_day
	from typed_event t
	join every_case c on c.case_id = t.case_id
	where t.kind <> 3
	group by t.file, c.unit, c.process, t.activity
) s
join (select unnest($file::integer[]) as file, unnest($kind::varchar[]) as kind) k on k.file = s.file
