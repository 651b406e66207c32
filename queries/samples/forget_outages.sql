-- Takes the outages of the samples away.
delete from outage where sample
