-- Adds an outage of a unit; it is part of the samples when its unit is.
insert into outage
select (select coalesce(max(outage), 0) + 1 from outage), unit, $started::timestamp, $ended::timestamp, $reason::varchar, $evidence::varchar, sample
from unit
where unit = $unit::integer
