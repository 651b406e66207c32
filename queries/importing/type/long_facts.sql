-- What a long file says of its cases: the statuses and parents that its rows name, each once.
-- params: file, its order; profile; statuses that mean finished, cancelled, running
-- rows: one per case, status and parent
insert into typed_fact
select
	$file::integer,
	$source_order::ubigint,
	min(record),
	case_id,
	$profile::varchar,
	hash(case_id, $profile::varchar, stated, parent),
	case
		when list_contains($finished::varchar[], lower(stated)) then 'finished'
		when list_contains($cancelled::varchar[], lower(stated)) then 'cancelled'
		when list_contains($running::varchar[], lower(stated)) then 'running'
	end,
	stated,
	max(event_time),
	parent,
	map(),
	null
from (
	select r.record, c.case_id, clean(r.status) as stated, clean(r.parent) as parent, coalesce(t.completed, t.started) as event_time
	from staged r
	join typed_event t on t.file = $file::integer and t.record = r.record and coalesce(t.reason, 'only_status') = 'only_status'
	join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
	where c.case_id is not null
)
where stated is not null or parent is not null
group by case_id, stated, parent
