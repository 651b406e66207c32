-- A report that was made by itself and is still kept.
-- rows: one, or none
-- not null: report, name, media_type, bytes, sha256
select report, unit_code, name, media_type, bytes, sha256
from kept_report
where report = $report::varchar and removed_at is null
