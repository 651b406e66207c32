-- The planned event by which each stage of the judged cases is judged: that of the latest picture that was pulled before
-- the end which it plans, else that of the earliest picture, marked.
-- rows: one per case and stage
insert into window_in_force
with picture as (
	select s.case_id, s.subject, s.pulled, arg_max(s.event, (s.source_order, s.record)) as event
	from every_snapshot s
	where s.event is not null and s.case_id in (select case_id from judged_case)
	group by s.case_id, s.subject, s.pulled
)
select
	p.case_id,
	p.subject,
	coalesce(arg_max(p.event, p.pulled) filter (p.pulled < e.completed), arg_min(p.event, p.pulled)),
	coalesce(max(p.pulled) filter (p.pulled < e.completed), min(p.pulled)),
	count(*) filter (p.pulled < e.completed) = 0
from picture p
join judged_event e on e.event = p.event
where e.completed is not null
group by p.case_id, p.subject
