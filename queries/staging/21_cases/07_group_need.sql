-- Of each step of a group in any order, which others of it must be done before the group is left.
create or replace temp view group_need as
select t.version, t.step, coalesce(list(m.step order by m.step) filter (not m.optional and m.step <> t.step), []) as needs
from sop_step t
join sop_step m on m.version = t.version and m.any_order = t.any_order
group by t.version, t.step;
