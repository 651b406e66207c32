-- An outage.
-- params: outage
-- not null: outage, unit, started, ended
select outage, unit, started, ended from outage where outage = $outage::integer
