-- The reports that were made by themselves, the latest first.
-- params: size — rows
-- rows: one per report
-- not null: report, since, until, name, bytes, total, made_at
select k.report, k.unit_code, u.name as unit_name, k.since, k.until, k.name, k.bytes, k.total, k.made_at
from kept_report k
left join unit u on u.code = k.unit_code
order by k.made_at desc, k.schedule, k.report
limit $size::bigint
