-- The working dates all of whose office hours fell into outages; a break need not have been covered, and two
-- outages may share a date.
-- rows: one per unit and lost date
insert into outage_lost_day
select s.unit, d.day
from outage_span s
join unit u on u.unit = s.unit
join calendar_day d on d.calendar = u.calendar and d.day between s.started::date and s.ended::date
cross join lateral (select day_seconds(d.slot1_start, d.slot1_end, d.slot2_start, d.slot2_end, d.slot3_start, d.slot3_end) as seconds) o
where o.seconds > 0
group by s.unit, d.day, o.seconds
having sum(least(s.working_ended, d.working_base + o.seconds) - greatest(s.working_started, d.working_base)) = o.seconds
