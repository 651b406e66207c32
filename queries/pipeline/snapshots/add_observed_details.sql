-- What an observed event was seen to change: the stage or the state, from what to what.
-- rows: one per change
insert into event_detail
select
	c.event, null, null,
	coalesce(a.text, c.subject),
	map_from_entries(list_filter([
		('dari', coalesce(c.was_value, concat_ws(' – ', strftime(c.was_started, '%Y-%m-%d %H:%M'), strftime(c.was_completed, '%Y-%m-%d %H:%M')))),
		('menjadi', coalesce(c.now_value, concat_ws(' – ', strftime(c.now_started, '%Y-%m-%d %H:%M'), strftime(c.now_completed, '%Y-%m-%d %H:%M')))),
		('terlihat sebelumnya', strftime(c.seen_before, '%Y-%m-%d'))
	], lambda e: e[2] is not null))
from new_snapshot_change c
left join activity a on a.activity = c.stage
