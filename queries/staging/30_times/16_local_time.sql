-- What the clock of the unit shows at a time that was read, null outside 1990 to 2100. An offset counts only where
-- offsets are real: official exports write local time with a false Z.
create or replace temp macro local_time(reading, offsets, zone_minutes) as
	case
		when offsets and reading.o is not null then in_range(reading.t + to_minutes(zone_minutes - reading.o))
		else in_range(reading.t)
	end;
