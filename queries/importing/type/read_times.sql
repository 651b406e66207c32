-- Reads the times of the rows that are not in the commonest form, or all with explicit formats.
-- params: formats of times and their precisions
-- rows: one per such row
insert into read_time_row
select
	staged_record(rowid),
	read_time(started, $formats::varchar[], $format_precisions::utinyint[]),
	read_time(completed, $formats::varchar[], $format_precisions::utinyint[])
from staged
where len($formats::varchar[]) > 0 or not is_plain_time(started) or not is_plain_time(completed)
