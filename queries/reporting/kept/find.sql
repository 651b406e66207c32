-- A report that was made by itself.
-- rows: one, or none
-- not null: report, name, media_type, bytes
select report, name, media_type, bytes
from kept_report
where report = $report::varchar
