-- The events of a case in which the evaluation of a supporting service was carried out, in their order.
-- params: unit, case_key
-- rows: one per event
-- not null: activity, completed, actor
select a.text as activity, e.completed, coalesce(p.name, '—') as actor
from case_instance i
join unit u on u.unit = i.unit
join event e on e.case_id = i.case_id
join activity a on a.activity = e.activity
left join actor p on p.actor = e.actor
where u.code = $unit::varchar and i.case_key = $case_key::varchar and e.completed is not null
order by e.position, e.event
