-- What undoing an import takes away: events that only its rows say, cases of which nothing else is known, and cases that stay but are worked out anew.
-- params: import
-- rows: one
-- not null: events, cases_gone, cases_kept
with
	own_files as (select file from import_file where import = $import::integer),
	own as (select distinct event from event_source where file in (select file from own_files)),
	shared as (
		select distinct s.event from event_source s join own o on o.event = s.event where s.file not in (select file from own_files)
	),
	doomed as (select event from own except select event from shared),
	touched as (
		select e.case_id from event e join own o on o.event = e.event
		union
		select case_id from case_fact where file in (select file from own_files)
	),
	surviving as (
		select e.case_id from event e join touched t on t.case_id = e.case_id where e.event not in (select event from doomed)
		union
		select c.case_id from case_fact c join touched t on t.case_id = c.case_id where c.file not in (select file from own_files)
	)
select
	(select count(*) from doomed) as events,
	(select count(*) from touched) - (select count(*) from surviving) as cases_gone,
	(select count(*) from surviving) as cases_kept
