-- What each row of a wide file says of its case. Rows that differ only in columns that do not tell are the same fact.
-- params: file, its order; profile; names and positions of the telling and of the kept columns, of these what is taken of
-- each; statuses by what they mean; position of the date of the pull; formats of times and their precisions
-- rows: one per row with a case
insert into typed_fact
select
	$file::integer,
	$source_order::ubigint,
	r.record,
	c.case_id,
	$profile::varchar,
	hash($profile::varchar, c.case_id, kept_cells(r.cells, $telling_names::varchar[], $telling_positions::integer[])),
	case
		when list_contains($finished::varchar[], lower(clean(r.status))) then 'finished'
		when list_contains($cancelled::varchar[], lower(clean(r.status))) then 'cancelled'
		when list_contains($running::varchar[], lower(clean(r.status))) then 'running'
	end,
	clean(r.status),
	in_range(read_time(r.stated_at, $formats::varchar[], $format_precisions::utinyint[]).t),
	plain_code(clean(r.parent)),
	taken_cells(r.cells, $names::varchar[], $positions::integer[], $takes::varchar[], $keys::varchar[]),
	in_range(read_time(r.cells[$pulled::integer], $formats::varchar[], $format_precisions::utinyint[]).t)
from staged r
join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
where c.case_id is not null
