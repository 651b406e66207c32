-- The outages that a file gave.
-- params: outage_file
-- rows: one per outage
-- not null: started, ended
select started, ended from outage where outage_file = $outage_file::integer
