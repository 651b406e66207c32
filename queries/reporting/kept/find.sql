-- A report that was made by itself and is still kept.
-- rows: one, or none; locale is that of its schedule, null where that is gone
-- not null: report, schedule, filters, layout, since, until, name, media_type, bytes, sha256
select
	k.report, k.schedule, k.unit_code, k.sop, k.filters, k.layout, k.since, k.until, k.name, k.media_type, k.bytes, k.sha256, s.locale
from kept_report k
left join report_schedule s on s.schedule = k.schedule
where k.report = $report::varchar and k.removed_at is null
