-- The second of the day of an instant.
create or replace temp macro second_of_day(instant) as
	((epoch_us(instant) // 1000000) % 86400)::integer;
