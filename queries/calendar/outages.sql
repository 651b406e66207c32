-- The outages of a unit, or of all, with the office time that each took (null where the calendar does not cover it).
-- params: unit — null for all
-- rows: one per outage, latest first
-- not null: outage, unit, unit_name, zone, started, ended, reason, sample
with placed as (
	select
		o.*, u.code, u.name, u.zone, f.name as file_name,
		(epoch_us(o.started) // 1000000) % 86400 as from_second,
		(epoch_us(o.ended) // 1000000) % 86400 as to_second,
		a.covered and b.covered as covered,
		a.working_base as from_base, a.slot1_start as a1, a.slot1_end as a2, a.slot2_start as a3, a.slot2_end as a4, a.slot3_start as a5, a.slot3_end as a6,
		b.working_base as to_base, b.slot1_start as b1, b.slot1_end as b2, b.slot2_start as b3, b.slot2_end as b4, b.slot3_start as b5, b.slot3_end as b6
	from outage o
	join unit u on u.unit = o.unit
	left join outage_file f on f.outage_file = o.outage_file
	left join calendar_day a on a.calendar = u.calendar and a.day = o.started::date
	left join calendar_day b on b.calendar = u.calendar and b.day = o.ended::date
	where $unit::integer is null or o.unit = $unit::integer
),
lost as (
	select
		*,
		to_base + greatest(0, least(to_second, b2) - b1) + greatest(0, least(to_second, b4) - b3) + greatest(0, least(to_second, b6) - b5)
			- from_base - greatest(0, least(from_second, a2) - a1) - greatest(0, least(from_second, a4) - a3) - greatest(0, least(from_second, a6) - a5) as seconds
	from placed
)
select
	outage, code as unit, name as unit_name, zone, started, ended, reason, evidence, sample, outage_file, file_row, file_name, added_by, added_at,
	case when covered and seconds < 1000000000000 then seconds end as working_seconds
from lost
order by started desc, outage desc
