-- The office hours of a calendar by weekday, on ordinary days and in Ramadan: of several the latest up to a date,
-- and where there is none yet, the first after it.
-- params: calendar; to — date
-- rows: one per weekday (1 Monday) and kind of day
-- not null: weekday, kind, slot1_start, slot1_end, slot2_start, slot2_end, slot3_start, slot3_end, seconds
select
	isodow(day) as weekday, kind, slot1_start, slot1_end, slot2_start, slot2_end, slot3_start, slot3_end,
	(slot1_end - slot1_start) + (slot2_end - slot2_start) + (slot3_end - slot3_start) as seconds
from calendar_day
where calendar = $calendar::integer and kind in ('workday', 'ramadan')
qualify row_number() over (
	partition by isodow(day), kind
	order by day > $to::date, case when day <= $to::date then -epoch(day) else epoch(day) end
) = 1
order by kind, weekday
