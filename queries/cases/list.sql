-- One page of the cases of a scope, from a case onwards in the order asked for (or back from it): which cases; what they are is in described.
-- params: unit, process — null for all; from, to — local dates, null for open; state, total — null for all;
--   variants — only cases of these, null for all; search — part of the key, null for all; deviating — only cases with an open deviation;
--   only — only these cases, null for all; sort — key, process, unit, state, started, last, events, lead, processing, total, deviations,
--   or given: as they stand in only; descending; backward — the page before; after — the case to go on from, null for the first page, with after_value and after_text, what it is sorted by, because it may be gone;
--   size — rows
-- rows: one per case, with what it is sorted by; cases without that value come last; backward, in reverse
-- not null: case_id
with counted as not materialized (
	-- Counted only where it is asked for: there are more deviations than cases.
	select case_id, count(*) as deviations
	from deviation
	where ($deviating::boolean or $sort::varchar = 'deviations')
		and state = 'open' and not provisional
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by case_id
),
named as not materialized (
	select case_id, case_key
	from case_instance
	where $sort::varchar = 'key' or $search::varchar is not null
),
given as not materialized (
	select unnest($only::integer[]) as case_id, generate_subscripts($only::integer[], 1) as place
),
keyed as not materialized (
	select
		s.case_id, s.unit, s.process, s.end_day, s.state, s.variant, s.total_verdict, s.total_provisional,
		n.case_key, g.place, coalesce(d.deviations, 0) as deviations,
		case $sort::varchar
			when 'started' then epoch(coalesce(s.first_started, s.first_completed))
			when 'last' then epoch(s.last_event)
			when 'lead' then s.lead_working_seconds
			when 'processing' then s.processing_seconds
			when 'total' then s.total_ratio
			when 'state' then case s.state when 'running' then 1 when 'completed' then 2 when 'abandoned' then 3 else 4 end
			when 'events' then s.events
			when 'deviations' then coalesce(d.deviations, 0)
			when 'given' then g.place
			else 0
		end::double as value,
		case $sort::varchar
			when 'key' then n.case_key
			when 'process' then p.title
			when 'unit' then u.name
			else ''
		end as text
	from case_state s
	left join named n on n.case_id = s.case_id
	left join counted d on d.case_id = s.case_id
	left join given g on g.case_id = s.case_id
	left join process p on p.process = s.process
	left join unit u on u.unit = s.unit
),
placed as not materialized (
	select
		*,
		case when $backward::boolean then -1 else 1 end * (value is null)::integer as place_missing,
		case when $backward::boolean <> $descending::boolean then -1 else 1 end * coalesce(value, 0) as place_value,
		case when $backward::boolean then -case_id else case_id end as place_id
	from keyed
),
mark as (
	select
		case when $backward::boolean then -1 else 1 end * ($after_value::double is null)::integer as place_missing,
		case when $backward::boolean <> $descending::boolean then -1 else 1 end * coalesce($after_value::double, 0) as place_value,
		case when $backward::boolean then -1 else 1 end * $after::varchar::integer as place_id,
		$after_text::varchar as text
	where $after::varchar::integer is not null
)
select p.case_id, p.value, p.text
from placed p
left join mark k on true
where ($unit::integer is null or p.unit = $unit::integer)
	and ($process::integer is null or p.process = $process::integer)
	and ($from::date is null or p.end_day >= $from::date)
	and ($to::date is null or p.end_day <= $to::date)
	and ($state::varchar is null or p.state = $state::varchar::state_of_case)
	and ($total::varchar is null or case when p.total_provisional then 'provisional' else p.total_verdict::varchar end = $total::varchar)
	and ($variants::integer[] is null or p.variant in (select unnest($variants::integer[])))
	and ($search::varchar is null or contains(lower(p.case_key), lower($search::varchar)))
	and (not $deviating::boolean or p.deviations > 0)
	and ($only::integer[] is null or p.place is not null)
	and (
		k.place_id is null
		or p.place_missing > k.place_missing
		or p.place_missing = k.place_missing and p.place_value > k.place_value
		or p.place_missing = k.place_missing and p.place_value = k.place_value and (
			case when $backward::boolean <> $descending::boolean then p.text < k.text else p.text > k.text end
			or p.text = k.text and p.place_id > k.place_id
		)
	)
order by
	p.place_missing,
	p.place_value,
	case when $backward::boolean <> $descending::boolean then p.text end desc,
	case when $backward::boolean <> $descending::boolean then '' else p.text end,
	p.place_id
limit $size::bigint
