-- A kept file of outages.
-- params: outage_file
-- rows: none or one
-- not null: outage_file, unit, unit_code, unit_name, name, sha256, content
select f.outage_file, f.unit, u.code as unit_code, u.name as unit_name, f.name, f.sha256, f.content
from outage_file f
join unit u on u.unit = f.unit
where f.outage_file = $outage_file::integer
