-- Sets aside the rows in whose lists a time cannot be accepted, with the column of the list.
-- params: file; list; first_part — how many parts come before those of lists; the file's own name of the column
-- rows: one per such row that is not set aside yet
insert into staged_reject
select $file::integer, t.record, true, $column::varchar, left(arg_min(concat_ws(' – ', x.activity, x.started, x.completed), t.part), 200), arg_min(t.reason, t.part)
from typed_event t
join numbered_element x on x.record = t.record and x.within = t.part - $first_part::integer + 1 and x.list = $list::integer
where t.file = $file::integer
	and t.reason is not null
	and t.record not in (select record from staged_reject where file = $file::integer and readable)
group by t.record
