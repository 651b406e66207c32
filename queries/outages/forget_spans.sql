-- Takes the joined outages away, to be made anew.
delete from outage_span
