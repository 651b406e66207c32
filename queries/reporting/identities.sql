-- The deviations that a report is about, in the order of its layout, suppliers' apart at the end: its findings. Provisional ones rest on what nobody has
-- confirmed and are none, unless they are asked for by their state.
-- params: as in deviations/list: unit, process, from, to, kind, category, follow, severity, state, step, actor,
--   party, search, case_id, progress, as_of; layout — actor, step, anything else by case
-- rows: one per deviation; bare are those without an event of their own
-- not null: id, bare
select d.identity::varchar as id, d.event is null as bare
from chosen_deviation(
	$unit::integer, $process::integer, $from::date, $to::date, $kind::varchar::deviation_kind, $category::varchar, $follow::varchar, $severity::varchar::severity,
	$state::varchar, $step::varchar, $actor::varchar, $party::varchar, $search::varchar, $case_id::integer, $progress::varchar, $as_of::timestamp
) d
join unit u on u.unit = d.unit
join process p on p.process = d.process
where $state::varchar is not null or not d.provisional
order by
	d.supplier,
	case when $layout::varchar = 'actor' then coalesce(array_to_string(d.accountable, ', '), '') else '' end,
	case when $layout::varchar = 'step' then p.code else '' end,
	case when $layout::varchar = 'step' then coalesce(d.step, 0) else 0 end,
	u.code, p.code, d.case_key, d.step, d.occurrence, d.kind, d.identity
