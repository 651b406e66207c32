-- What was seen to change in one case from one import of the same export to a later one.
-- params: case_id
-- rows: one per change, in the order in which they were seen
-- not null: event, subject, seen_before, pulled, file, name, import, record, sha256
select
	c.event, coalesce(a.text, c.subject) as subject, c.seen_before, c.pulled,
	c.was_started, c.was_completed, c.now_started, c.now_completed, c.was_value, c.now_value,
	c.file, f.name, f.import, f.sha256, c.record
from snapshot_change c
join import_file f on f.file = c.file
left join activity a on a.activity = c.stage
where c.case_id = $case_id::integer
order by c.pulled, c.was_completed, c.subject
