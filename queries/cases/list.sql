-- One page of the cases of a scope, from a case onwards in the order asked for (or back from it).
-- params: unit, process — null for all; from, to — local dates, null for open; state, total — null for all;
--   variants — only cases of these, null for all; search — part of the key, null for all; deviating — only cases with an open deviation; only —
--   only these cases, null for all; sort — key, started, last,
--   lead, processing, deviations; descending; backward — the page before; after — the case to go on from,
--   null for the first page; size — rows
-- rows: one per case; cases without the value they are sorted by come last; backward, in reverse
-- not null: case_id, case_key, unit, unit_name, zone, process, process_title, kind, state, events, lead_lower_bound, processing_partial, total_verdict, total_provisional, deviations, unjudged
with counted as (
	select
		case_id,
		count(*) filter (state = 'open' and not provisional) as deviations,
		count(*) filter (state <> 'open' or provisional) as unjudged
	from deviation
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by case_id
),
keyed as (
	select
		s.*, c.case_key,
		coalesce(n.deviations, 0) as deviations,
		coalesce(n.unjudged, 0) as unjudged,
		case $sort::varchar
			when 'started' then epoch(coalesce(s.first_started, s.first_completed))
			when 'last' then epoch(s.last_event)
			when 'lead' then s.lead_working_seconds
			when 'processing' then s.processing_seconds
			when 'deviations' then coalesce(n.deviations, 0)
			else 0
		end::double as value,
		case when $sort::varchar = 'key' then c.case_key else '' end as text
	from case_state s
	join case_instance c on c.case_id = s.case_id
	left join counted n on n.case_id = s.case_id
),
placed as (
	select
		*,
		case when $backward::boolean then -1 else 1 end * (value is null)::integer as place_missing,
		case when $backward::boolean <> $descending::boolean then -1 else 1 end * coalesce(value, 0) as place_value,
		case when $backward::boolean then -case_id else case_id end as place_id
	from keyed
),
mark as (
	from placed where case_id = $after::integer
),
page as (
	select p.*
	from placed p
	left join mark k on true
	where ($unit::integer is null or p.unit = $unit::integer)
		and ($process::integer is null or p.process = $process::integer)
		and ($from::date is null or p.end_day >= $from::date)
		and ($to::date is null or p.end_day <= $to::date)
		and ($state::varchar is null or p.state::varchar = $state::varchar)
		and ($total::varchar is null or case when p.total_provisional then 'provisional' else p.total_verdict::varchar end = $total::varchar)
		and ($variants::integer[] is null or p.variant in (select unnest($variants::integer[])))
		and ($search::varchar is null or contains(lower(p.case_key), lower($search::varchar)))
		and (not $deviating::boolean or p.deviations > 0)
		and ($only::integer[] is null or p.case_id in (select unnest($only::integer[])))
		and (
			k.case_id is null
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
),
known as (
	select case_id, max(precision) as precision
	from event
	where kind <> 3 and case_id in (select case_id from page)
	group by case_id
)
select
	p.case_id, p.case_key, u.code as unit, u.name as unit_name, u.zone, r.code as process, r.title as process_title, r.kind,
	p.state::varchar as state, p.events, p.first_started, p.first_completed, p.last_completed, p.last_event, e.precision,
	p.lead_seconds, p.lead_working_seconds, p.lead_lower_bound, p.processing_seconds, p.processing_partial,
	p.total_verdict::varchar as total_verdict, p.total_reason::varchar as total_reason, p.total_ratio, p.total_provisional,
	p.deviations, p.unjudged
from page p
join unit u on u.unit = p.unit
join process r on r.process = p.process
left join known e on e.case_id = p.case_id
order by
	p.place_missing,
	p.place_value,
	case when $backward::boolean <> $descending::boolean then p.text end desc,
	case when $backward::boolean <> $descending::boolean then '' else p.text end,
	p.place_id
