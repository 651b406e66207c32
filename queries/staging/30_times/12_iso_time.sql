-- Reads the parts of year-month-day with or without a clock, fractions and an offset. t is the local time as
-- written, p its precision (1 second, 2 minute, 3 day), o the offset in minutes.
create or replace temp macro iso_time(parts) as list_transform([parts], lambda part: {
	't': try_cast(part.d || ' ' || case when part.m = '' then '00:00' else part.m end || case when part.s = '' then ':00' else replace(part.s, ',', '.') end as timestamp),
	'p': (case when part.m = '' then 3 when part.s = '' then 2 else 1 end)::utinyint,
	'o': case
		when part.o = '' then null
		when lower(part.o) = 'z' then 0
		else (case when part.o[1] = '-' then -1 else 1 end) * (part.o[2:3]::integer * 60 + coalesce(try_cast(right(part.o, 2) as integer) * (length(part.o) > 3)::integer, 0))
	end
})[1];
