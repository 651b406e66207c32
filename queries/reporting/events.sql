-- What the log says in some events: for the rows of an appendix.
-- params: events
-- rows: one per event
-- not null: event, activity, precision
select e.event, b.text as activity, e.precision, e.started, e.completed, coalesce(a.name, o.name) as actor
from event e
join activity b on b.activity = e.activity
left join actor a on a.actor = e.actor
left join role o on o.role = e.role
where e.event in (select unnest($events::bigint[]))
