-- What the files of the store have.
insert into shown_activity
select
	f.file, md5(f.mapping), c.unit, c.process, e.activity,
	min(coalesce(e.started, e.completed))::date,
	max(coalesce(e.completed, e.started))::date
from event_source s
join import_file f on f.file = s.file
join event e on e.event = s.event
join case_instance c on c.case_id = e.case_id
where e.kind <> 3 and s.part < 255
group by f.file, f.mapping, c.unit, c.process, e.activity;
