-- The outages of a unit, to tell what a file says again.
-- params: unit
-- rows: one per outage
-- not null: started, ended
select started, ended from outage where unit = $unit::integer
