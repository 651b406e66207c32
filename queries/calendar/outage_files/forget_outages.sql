-- Takes back the outages that a file gave.
-- params: outage_file
delete from outage where outage_file = $outage_file::integer
