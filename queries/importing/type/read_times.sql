-- Reads the times that were not read as the file was.
-- params: formats of times and their precisions
-- rows: one per such row
insert into read_time_row
select
	record,
	read_time(started, $formats::varchar[], $format_precisions::utinyint[]),
	read_time(completed, $formats::varchar[], $format_precisions::utinyint[])
from staged
where started <> '' or completed <> ''
