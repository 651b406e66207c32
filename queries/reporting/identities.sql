-- The deviations that a report is about, in the order of its layout: its findings. Provisional ones rest on what nobody has
-- confirmed and are none, unless they are asked for by their state.
-- params: as in deviations/list: unit, process, from, to, kind, category, follow, severity, state, step, actor,
--   party, search, case_id; layout — actor, step, anything else by case
-- rows: one per deviation
-- not null: id
select d.identity::varchar as id
from deviation d
join case_instance c on c.case_id = d.case_id
join unit u on u.unit = d.unit
join process p on p.process = d.process
left join sop_step t on t.version = d.version and t.step = d.step
left join (select identity, arg_max(state, entry) as state from follow_up group by identity) f on f.identity = d.identity
where ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
	and ($from::date is null or d.day >= $from::date)
	and ($to::date is null or d.day <= $to::date)
	and ($kind::varchar is null or d.kind::varchar = $kind::varchar)
	and ($category::varchar is null or d.category = $category::varchar)
	and ($follow::varchar is null or coalesce(f.state, 'open') = $follow::varchar)
	and ($severity::varchar is null or d.severity::varchar = $severity::varchar)
	and case when $state::varchar is null then not d.provisional else case when d.provisional then 'provisional' else d.state end = $state::varchar end
	and ($step::varchar is null or t.step_id = $step::varchar)
	and ($actor::varchar is null or list_contains(t.actors, $actor::varchar))
	and ($party::varchar is null or d.supplier = ($party::varchar = 'supplier'))
	and ($search::varchar is null or contains(lower(c.case_key), lower($search::varchar)))
	and ($case_id::integer is null or d.case_id = $case_id::integer)
order by
	case when $layout::varchar = 'actor' then coalesce(array_to_string(t.actors, ', '), '') else '' end,
	case when $layout::varchar = 'step' then p.code else '' end,
	case when $layout::varchar = 'step' then coalesce(t.step, 0) else 0 end,
	u.code, p.code, c.case_key, d.step, d.occurrence, d.kind, d.identity
