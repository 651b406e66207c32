-- What was kept before says what its schedule says, where that is still there.
insert into made_report
select
	k.report, k.schedule, k.unit_code, s.sop, coalesce(s.filters, ''), coalesce(s.layout, ''), coalesce(s.added_by, ''),
	k.since, k.until, k.name, k.media_type, k.bytes, k.sha256, k.total, k.made_at, null, null, null
from kept_report k
left join report_schedule s on s.schedule = k.schedule
