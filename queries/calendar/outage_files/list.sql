-- The files of outages that are kept, with how many outages each gave that still stand.
-- params: unit — null for all
-- rows: one per file, latest first
-- not null: outage_file, unit, unit_name, zone, name, sha256, added_by, added_at, outages
select f.outage_file, u.code as unit, u.name as unit_name, u.zone, f.name, f.sha256, f.added_by, f.added_at, coalesce(o.outages, 0) as outages
from outage_file f
join unit u on u.unit = f.unit
left join (select outage_file, count(*) as outages from outage group by outage_file) o on o.outage_file = f.outage_file
where $unit::integer is null or f.unit = $unit::integer
order by f.added_at desc, f.outage_file desc
