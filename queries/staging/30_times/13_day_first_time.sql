-- Reads the parts of "15 Januari 2025 08:00" (Indonesian or English months); fields as of iso_time.
create or replace temp macro day_first_time(parts) as list_transform([parts], lambda part: {
	't': try_cast(part.y || '-' || month_number(part.b) || '-' || lpad(part.d, 2, '0') || ' ' || case when part.h = '' then '00:00:00' else lpad(part.h, 2, '0') || ':' || part.m || ':' || case when part.s = '' then '00' else part.s end end as timestamp),
	'p': (case when part.h = '' then 3 when part.s = '' then 2 else 1 end)::utinyint,
	'o': null::integer
})[1];
