-- Adds an outage of a unit; it is part of the samples when its unit is.
-- params: unit; started, ended — local; reason; evidence; outage_file, file_row — where it stands, null for one entered by hand; by; now — UTC
insert into outage by name
select
	(select coalesce(max(outage), 0) + 1 from outage) as outage,
	unit, $started::timestamp as started, $ended::timestamp as ended, $reason::varchar as reason, $evidence::varchar as evidence, sample,
	$outage_file::integer as outage_file, $file_row::integer as file_row, $by::varchar as added_by, $now::timestamp as added_at
from unit
where unit = $unit::integer
