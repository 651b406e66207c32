-- The reports that were made by themselves, the latest first; of removed ones who removed them, when and why.
-- params: size — rows
-- rows: one per report
-- not null: report, filters, layout, asked_by, since, until, name, bytes, total, made_at
select
	k.report, k.unit_code, u.name as unit_name, k.sop, p.title as sop_title, k.filters, k.layout, k.asked_by, k.since, k.until,
	k.name, k.bytes, k.total, k.made_at, k.removed_at, k.removed_by, k.removed_for
from kept_report k
left join unit u on u.code = k.unit_code
left join process p on p.code = k.sop
order by k.made_at desc, k.schedule, k.report
limit $size::bigint
