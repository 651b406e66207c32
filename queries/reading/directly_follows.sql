-- The directly-follows graph of a scope: which activity was completed right after which, how often, and the
-- median time from completion to completion, elapsed and working (null where the calendar covers none).
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per pair of activities, most frequent first
-- not null: source, target, count
with placed as (
	select e.case_id, e.position, e.activity, coalesce(e.completed, e.started) as happened, case when e.completed is null then e.working_started else e.working_completed end as working
	from event e
	join case_state s on s.case_id = e.case_id
	where e.position is not null
		and ($unit::integer is null or s.unit = $unit::integer)
		and ($process::integer is null or s.process = $process::integer)
		and ($from::date is null or s.end_day >= $from::date)
		and ($to::date is null or s.end_day <= $to::date)
),
edge as (
	select a.activity as source, b.activity as target, date_diff('second', a.happened, b.happened) as seconds, case when b.working - a.working < 1000000000000 then b.working - a.working end as working_seconds
	from placed a
	join placed b on b.case_id = a.case_id and b.position = a.position + 1
)
select s.text as source, t.text as target, count(*) as count, median(e.seconds) as median_seconds, median(e.working_seconds) as median_working_seconds
from edge e
join activity s on s.activity = e.source
join activity t on t.activity = e.target
group by s.text, t.text
order by count desc, s.text, t.text
