-- The reports that were made by themselves, the latest first; of removed ones who removed them, when and why. later counts the
-- imports of their office, or of any, that came in or were taken back since.
-- params: size — rows
-- rows: one per report
-- not null: report, filters, layout, asked_by, since, until, name, bytes, total, made_at, later
select
	k.report, k.unit_code, u.name as unit_name, u.zone, k.sop, p.title as sop_title, k.filters, k.layout, k.asked_by, k.since, k.until,
	k.name, k.bytes, k.total, k.made_at, k.removed_at, k.removed_by, k.removed_for, coalesce(l.later, 0) as later
from kept_report k
left join unit u on u.code = k.unit_code
left join process p on p.code = k.sop
left join (
	select k.report, count(distinct i.import) as later
	from kept_report k
	join import_unit o on k.unit_code is null or o.unit_code = k.unit_code
	join import i on i.import = o.import and (i.imported_at > k.made_at or i.undone_at > k.made_at)
	group by k.report
) l on l.report = k.report
order by k.made_at desc, k.schedule, k.report
limit $size::bigint
