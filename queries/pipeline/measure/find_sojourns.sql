-- Finds what the events without a start follow, where their immediate predecessor was seen and completed.
-- rows: one per such event
insert into sojourn
select e.case_id, e.position, p.event, p.completed, p.working_completed, p.precision
from judged_event e
join case_variant w on w.case_id = e.case_id
join every_move m on m.variant = w.variant and m.position = e.position and m.kind = 0
join judged_event p on p.case_id = e.case_id and p.position = m.predecessor
where e.started is null and p.completed is not null
