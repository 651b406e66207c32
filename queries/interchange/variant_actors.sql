-- Who does the activities of a process, as its log names them: the role, and where it names none the actor.
-- params: process; judged_by — the version that judges the cases, null for all; unit — null for all; from, to — local dates, null for open; version — of the SOP, null for none
-- rows: one per activity and name, the most frequent name first
-- not null: activity, name, passes
select coalesce(t.activity, a.text) as activity, coalesce(r.name, p.name) as name, count(*) as passes
from event e
join case_state s on s.case_id = e.case_id
join activity a on a.activity = e.activity
left join activity_step i on i.activity = e.activity and i.version = $version::integer
left join sop_step t on t.version = i.version and t.step = i.step
left join role r on r.role = e.role
left join actor p on p.actor = e.actor
where s.process = $process::integer
	and ($judged_by::integer is null or s.version = $judged_by::integer)
	and ($unit::integer is null or s.unit = $unit::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
	and e.position is not null
	and coalesce(r.name, p.name) is not null
group by 1, 2
order by passes desc, activity, name
