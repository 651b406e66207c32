-- One page of the deviations of a scope with what each rests on, from a deviation onwards in the order asked
-- for (or back from it).
-- params: unit, process — null for all; from, to — local dates, null for open; kind, category, severity, step (its id),
--   follow — how its follow-up stands, as_of — the instant at which it does, null for now, id — only this one,
--   actor (accountable), search (part of the case's key), case_id — null for all; progress — open for steps that are not completed, done for all else; state — open, excused,
--   provisional, null for all; party — supplier, office, null for both; sort — day, severity, ratio, case;
--   descending; backward — the page before; after — the identity to go on from, null for the first page, with after_value and after_text, what it is sorted by, because
--   it may be gone;
--   size — rows
-- rows: one per deviation; those without the value they are sorted by come last; backward, in reverse; not_begun — the row cited is of the step before, and nobody has done this one
-- not null: id, kind, category, severity, state, provisional, supplier, follow, unit, unit_name, zone, process, process_title, case_key, case_id, not_begun
with keyed as (
	select
		*,
		case $sort::varchar
			when 'day' then epoch(day)
			when 'severity' then case severity when 'ringan' then 1 when 'sedang' then 2 else 3 end
			when 'ratio' then ratio
			else 0
		end::double as value,
		case when $sort::varchar = 'case' then case_key else '' end as text
	from chosen_deviation(
		$unit::integer, $process::integer, $from::date, $to::date, $kind::varchar::deviation_kind, $category::varchar, $follow::varchar, $severity::varchar::severity,
		$state::varchar, $step::varchar, $actor::varchar, $party::varchar, $search::varchar, $case_id::integer, $progress::varchar, $as_of::timestamp
	)
	where $id::varchar is null or identity = $id::varchar::ubigint
),
placed as (
	select
		*,
		case when $backward::boolean then -1 else 1 end * (value is null)::integer as place_missing,
		case when $backward::boolean <> $descending::boolean then -1 else 1 end * coalesce(value, 0) as place_value
	from keyed
),
mark as (
	select
		$after::varchar::ubigint as identity,
		case when $backward::boolean then -1 else 1 end * ($after_value::double is null)::integer as place_missing,
		case when $backward::boolean <> $descending::boolean then -1 else 1 end * coalesce($after_value::double, 0) as place_value,
		$after_text::varchar as text
	where $after::varchar is not null
),
page as (
	select p.*
	from placed p
	left join mark k on true
	where k.identity is null
		or p.place_missing > k.place_missing
		or p.place_missing = k.place_missing and p.place_value > k.place_value
		or p.place_missing = k.place_missing and p.place_value = k.place_value and (
			case when $backward::boolean <> $descending::boolean then p.text < k.text else p.text > k.text end
			or p.text = k.text and case when $backward::boolean then p.identity < k.identity else p.identity > k.identity end
		)
	order by
		p.place_missing,
		p.place_value,
		case when $backward::boolean <> $descending::boolean then p.text end desc,
		case when $backward::boolean <> $descending::boolean then '' else p.text end,
		case when $backward::boolean then p.identity end desc,
		case when $backward::boolean then 0 else p.identity end
	limit $size::bigint
),
evidence as (
	select event, arg_min(file, (file, record)) as file, arg_min(record, (file, record)) as record
	from event_source
	where event in (select event from page)
	group by event
)
select
	p.identity::varchar as id, p.event,
	p.kind::varchar as kind, p.category, p.severity::varchar as severity, p.state, p.provisional, p.supplier, p.follow, p.due,
	u.code as unit, u.name as unit_name, u.zone, r.code as process, r.title as process_title, p.case_key, p.case_id,
	p.step_id, p.step_no, p.step_activity, p.occurrence, p.object,
	p.accountable, p.actors_provisional, a.name as acted, o.name as acted_role, b.text as activity,
	p.basis::varchar as basis, p.clock::varchar as clock, p.gross, p.net, p.budget, p.ratio, p.day,
	coalesce(p.precision, e.precision) as precision,
	case when not step_not_begun(p.basis, e.completed) then e.started end as started,
	case when not step_not_begun(p.basis, e.completed) then e.completed end as completed,
	step_not_begun(p.basis, e.completed) as not_begun,
	p.value as sort_value, p.text as sort_text,
	k.said, x.file, f.name as file_name, f.sha256, f.import, x.record
from page p
join unit u on u.unit = p.unit
join process r on r.process = p.process
left join event e on e.event = p.event and e.case_id = p.case_id
left join activity b on b.activity = e.activity
left join actor a on a.actor = case when not step_not_begun(p.basis, e.completed) then e.actor end
left join role o on o.role = case when not step_not_begun(p.basis, e.completed) then e.role end
left join document_check k on k.event = p.event and k.kind = p.kind and k.step = p.step
left join evidence x on x.event = p.event
left join import_file f on f.file = x.file
order by
	p.place_missing,
	p.place_value,
	case when $backward::boolean <> $descending::boolean then p.text end desc,
	case when $backward::boolean <> $descending::boolean then '' else p.text end,
	case when $backward::boolean then p.identity end desc,
	case when $backward::boolean then 0 else p.identity end
