-- How each procedure of the SOPs of a scope went: what monitoring by PermenPAN-RB 35/2012 asks for. Passes are counted as
-- coverage counts them: also those that were required of a completed case and not seen. A step without a budget is judged by
-- everything but time, so that each of its passes that was seen counts as judged.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per step of the versions that the scope's cases are judged by, also where it was never passed
-- not null: process, title, activity, passes, judged, excused, provisional, open_late
with step as (
	select p.process as process_key, p.code as process, p.title, t.no, t.activity, min(t.step) as place
	from sop_step t
	join sop_version v on v.version = t.version
	join process p on p.process = v.process
	where t.no is not null
		and t.version in (
			select version
			from case_state
			where ($unit::integer is null or unit = $unit::integer)
				and ($process::integer is null or process = $process::integer)
		)
	group by p.process, p.code, p.title, t.no, t.activity
),
pass as (
	select
		m.process as process_key, t.no, t.activity,
		count(*) filter (m.basis <> 'open'::basis) as passes,
		count(*) filter (
			m.basis <> 'open'::basis and not m.provisional and m.seen
			and m.verdict in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict, 'no_budget'::verdict)
		) as judged,
		count(*) filter (m.verdict = 'excused'::verdict and not m.provisional) as excused,
		count(*) filter (m.provisional) as provisional,
		count(*) filter (m.basis = 'open'::basis and m.verdict = 'late'::verdict and not m.provisional) as open_late
	from step_occurrence m
	join sop_step t on t.version = m.version and t.step = m.step
	where ($unit::integer is null or m.unit = $unit::integer)
		and ($process::integer is null or m.process = $process::integer)
		and ($from::date is null or m.day >= $from::date)
		and ($to::date is null or m.day <= $to::date)
	group by m.process, t.no, t.activity
)
select
	s.process, s.title, s.no, s.activity,
	coalesce(p.passes, 0) as passes, coalesce(p.judged, 0) as judged, coalesce(p.excused, 0) as excused,
	coalesce(p.provisional, 0) as provisional, coalesce(p.open_late, 0) as open_late
from step s
left join pass p on p.process_key = s.process_key and p.no = s.no and p.activity = s.activity
order by s.process, s.place, s.no, s.activity
