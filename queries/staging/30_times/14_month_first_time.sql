-- Reads the parts of "Jul 3, 2025, 12:00:00AM"; fields as of iso_time.
create or replace temp macro month_first_time(parts) as list_transform([parts], lambda part: {
	't': try_cast(part.y || '-' || month_number(part.b) || '-' || lpad(part.d, 2, '0') || ' ' || case
			when part.h = '' then '00:00:00'
			else lpad((case
				when part.a = '' then part.h::integer
				when part.h::integer not between 1 and 12 then 99
				else part.h::integer % 12 + case when lower(part.a) = 'pm' then 12 else 0 end
			end)::varchar, 2, '0') || ':' || part.m || ':' || case when part.s = '' then '00' else part.s end
		end as timestamp),
	'p': (case when part.h = '' then 3 when part.s = '' then 2 else 1 end)::utinyint,
	'o': null::integer
})[1];
