-- Deviations that were followed up and are no longer found, since data were corrected, taken back or judged anew.
-- params: id — one of them, null for all; unit, process — null for all
-- rows: one per deviation, the latest act first
-- not null: id, kind, unit, unit_name, zone, process, process_title, case_key, state, entries, last_at
select
	k.identity::varchar as id, k.kind::varchar as kind, u.code as unit, u.name as unit_name, u.zone, p.code as process, p.title as process_title,
	k.case_key, k.step_no, k.step_activity, k.occurrence, k.object, k.day,
	f.state, f.entries, f.last_at
from followed_deviation k
join unit u on u.unit = k.unit
join process p on p.process = k.process
join (
	select identity, arg_max(state, entry) as state, count(*) as entries, max(happened_at) as last_at
	from follow_up
	group by identity
) f on f.identity = k.identity
where k.identity not in (select identity from deviation)
	and ($id::varchar is null or k.identity = $id::varchar::ubigint)
	and ($unit::integer is null or k.unit = $unit::integer)
	and ($process::integer is null or k.process = $process::integer)
order by f.last_at desc, k.identity
