-- Sets aside the rows of a wide file in which a time cannot be accepted, with the column at fault.
-- params: file; part — which of the profile's events; positions of its columns, from 1; the columns of the file
-- rows: one per such row that is not set aside yet
insert into staged_reject
select t.file, t.record, true, ($columns::varchar[])[position], left(s.cells[position], 200), t.reason
from (
	select
		*,
		case
			when reason <> 'end_before_start' and started is null and $started::integer is not null and (completed is not null or $completed::integer is null) then $started::integer
			else coalesce($completed::integer, $started::integer)
		end as position
	from typed_event
	where file = $file::integer and part = $part::utinyint and reason is not null
) t
join staged s on s.record = t.record
where t.record not in (select record from staged_reject where file = $file::integer and readable)
