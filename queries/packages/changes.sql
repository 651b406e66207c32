-- What was seen to change in packages from one import of the same export to a later one: a stage of the schedule that
-- moved, or a status. A change counts on the date of the later pull.
-- params: unit, from, to, state — null for all; process; most — rows at most
-- rows: one per change, latest first; changes, packages — all of them
-- not null: case_id, case_key, subject, seen_before, pulled, zone, changes, packages
select
	c.case_id, i.case_key, coalesce(a.text, c.subject) as subject,
	c.seen_before, c.pulled, u.zone,
	c.was_started, c.was_completed, c.now_started, c.now_completed, c.was_value, c.now_value,
	count(*) over () as changes,
	(
		select count(distinct x.case_id)
		from snapshot_change x
		join case_state y on y.case_id = x.case_id
		where x.process = $process::integer
			and ($unit::integer is null or x.unit = $unit::integer)
			and ($from::date is null or x.pulled::date >= $from::date)
			and ($to::date is null or x.pulled::date <= $to::date)
			and ($state::varchar is null or y.state::varchar = $state::varchar)
	) as packages
from snapshot_change c
join case_state s on s.case_id = c.case_id
join case_instance i on i.case_id = c.case_id
join unit u on u.unit = c.unit
left join activity a on a.activity = c.stage
where c.process = $process::integer
	and ($unit::integer is null or c.unit = $unit::integer)
	and ($from::date is null or c.pulled::date >= $from::date)
	and ($to::date is null or c.pulled::date <= $to::date)
	and ($state::varchar is null or s.state::varchar = $state::varchar)
order by c.pulled desc, i.case_key, c.was_completed, c.subject
limit $most::integer
