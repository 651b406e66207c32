-- Sets aside the rows of a long file that cannot be accepted, with the column that is at fault.
-- params: file; the file's own names of the columns
-- rows: one per such row
insert into staged_reject
select
	t.file,
	t.record,
	true,
	case
		when t.reason = 'no_case' then $case_column::varchar
		when t.reason = 'no_activity' then $activity_column::varchar
		when t.reason = 'no_time' then coalesce($completed_column::varchar, $started_column::varchar)
		when t.reason = 'end_before_start' then $completed_column::varchar
		when t.started is null and coalesce(s.started_at::varchar, clean(s.started)) is not null then $started_column::varchar
		else $completed_column::varchar
	end,
	left(
		case
			when t.reason in ('no_case', 'no_activity', 'no_time') then null
			when t.reason = 'end_before_start' then coalesce(s.completed, s.completed_at::varchar)
			when t.started is null and coalesce(s.started_at::varchar, clean(s.started)) is not null then coalesce(s.started_at::varchar, s.started)
			else coalesce(s.completed_at::varchar, s.completed)
		end,
		200
	),
	t.reason
from typed_event t
join staged s on s.record = t.record
where t.file = $file::integer and t.reason is not null and t.reason <> 'only_status'
