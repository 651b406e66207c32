-- Takes an outage away.
delete from outage where outage = $outage::integer
