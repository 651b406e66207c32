-- Says which case each written one is, and how far its office's clock is ahead of UTC.
-- params: process
-- rows: one per unit and case as written
insert into numbered_case
select w.unit_written, w.case_written, c.case_id, zone_hours(u.zone) * 60
from written_case w
join every_unit u on u.code = w.unit_code
join every_case c on c.unit = u.unit and c.process = $process::integer and c.case_key = w.case_key
