-- What was said about a step that was late while open was lost when it was completed, since the identity told these apart, and
-- called every open step the first of its case. Found again by that identity, each gets the one that a completed step has.
create table carried_follow_up as
select distinct
	k.identity as old,
	coalesce(d.occurrence, k.occurrence) as occurrence,
	hash(k.unit, k.process, k.case_key, 'late_step', k.step_id, coalesce(d.occurrence, k.occurrence), false) as identity
from followed_deviation k
left join (
	select
		d.identity,
		any_value(case when m.step = d.step then m.occurrence else (select count(*) from move b where b.variant = s.variant and b.step = d.step) + 1 end)::integer as occurrence
	from deviation d
	join case_state s on s.case_id = d.case_id
	left join event e on e.event = d.event and e.case_id = d.case_id
	left join move m on m.variant = s.variant and m.position = e.position
	where d.kind = 'late_step'::deviation_kind and d.basis = 'open'::basis
	group by d.identity
) d on d.identity = k.identity
where k.kind = 'late_step'::deviation_kind
	and k.identity = hash(k.unit, k.process, k.case_key, 'late_step', k.step_id, k.occurrence, true);
