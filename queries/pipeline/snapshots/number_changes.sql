-- Gives each change the number of the event that it makes: that of the same event in the store, else the next free one.
update new_snapshot_change set event = n.event
from (
	select
		c.identity,
		coalesce(k.event, (select greatest((select coalesce(max(event), 0) from event), (select coalesce(max(event), 0) from new_event))) + row_number() over (partition by k.event is null order by c.case_id, c.pulled, c.subject)) as event
	from new_snapshot_change c
	left join kept_event k on k.identity = c.identity and k.event in (select event from snapshot_change)
) n
where new_snapshot_change.identity = n.identity
