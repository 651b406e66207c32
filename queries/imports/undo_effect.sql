-- What undoing an import takes away: events that only its rows say, cases of which nothing else is known, and cases that stay but are worked out anew.
-- params: import
-- rows: one
-- not null: events, cases_gone, cases_kept
with
	own_files as (select file from import_file where import = $import::integer),
	-- Events that the import says, and whether it is alone in that.
	said as (
		select s.event, bool_and(o.file is not null) as alone
		from event_source s
		left join own_files o on o.file = s.file
		group by s.event
		having bool_or(o.file is not null)
	),
	by_events as (
		select e.case_id, count(*) as events, count(*) filter (s.alone) as doomed
		from event e
		left join said s on s.event = e.event
		group by e.case_id
		having count(s.event) > 0
	),
	by_facts as (
		select c.case_id, bool_or(o.file is not null) as own, bool_or(o.file is null) as others
		from case_fact c
		left join own_files o on o.file = c.file
		group by c.case_id
	),
	touched as (
		select
			coalesce(e.doomed, 0) as doomed,
			coalesce(e.events = e.doomed, not exists (from event x where x.case_id = f.case_id)) and not coalesce(f.others, false) as gone
		from by_events e
		full join by_facts f on f.case_id = e.case_id
		where e.case_id is not null or f.own
	)
select
	coalesce(sum(doomed), 0)::bigint as events,
	count(*) filter (gone) as cases_gone,
	count(*) filter (not gone) as cases_kept
from touched
