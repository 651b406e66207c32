-- Says of a kept report that its file was removed, by whom and why.
update kept_report
set removed_at = $now::timestamp, removed_by = $by::varchar, removed_for = $reason::varchar
where report = $report::varchar and removed_at is null
