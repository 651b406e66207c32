-- Takes a file of outages back.
-- params: outage_file
delete from outage_file where outage_file = $outage_file::integer
