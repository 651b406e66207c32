-- Takes the lost working dates away, to be made anew.
delete from outage_lost_day
