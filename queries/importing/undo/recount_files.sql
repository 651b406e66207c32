-- Counts the remaining files that share cases with the undone import again, as if it had never been: an event belongs
-- to the first row that says it, in the order of imports and of files; a row of a wide file is used when it is the
-- first to state what it states, one of a long file when it is the first to say its event or, without one, its fact.
-- What was only seen to change (part 255) is said by no row.
update import_file
set used = n.used, events = n.events, duplicates = import_file.read_rows - import_file.rejected - n.used
from (
	with shared as (
		select distinct s.file from event_source s join event e on e.event = s.event where e.case_id in (select case_id from touched_case)
		union
		select distinct file from case_fact where case_id in (select case_id from touched_case)
	),
	said as (
		select s.file, s.record, row_number() over (partition by s.event order by i.import, i.source_order, s.record, s.part) = 1 as first
		from event_source s
		join import_file i on i.file = s.file
		where s.part < 255 and s.event in (select event from event_source where file in (select file from shared))
	),
	stated as (
		select f.file, f.record, row_number() over (partition by f.case_id, f.identity order by i.import, i.source_order, f.record) = 1 as first
		from case_fact f
		join import_file i on i.file = f.file
		where f.case_id in (select case_id from case_fact where file in (select file from shared))
	),
	events as (
		select file, count(*) filter (first) as events, count(distinct record) filter (first) as records from said group by file
	),
	facts as (
		select
			t.file,
			count(*) filter (first) as records,
			count(*) filter (first and not exists (from event_source s where s.file = t.file and s.record = t.record and s.part < 255)) as without_event
		from stated t
		group by t.file
	)
	select
		h.file,
		coalesce(e.events, 0) as events,
		case when list_contains($wide_profiles::varchar[], i.profile) then coalesce(f.records, 0) else coalesce(e.records, 0) + coalesce(f.without_event, 0) end as used
	from shared h
	join import_file i on i.file = h.file
	left join events e on e.file = h.file
	left join facts f on f.file = h.file
) n
where import_file.file = n.file and (import_file.used <> n.used or import_file.events <> n.events)
