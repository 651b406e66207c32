-- Records an import.
-- params: import, when (UTC), by whom, sample, duration
insert into import
values ($import::integer, $imported_at::timestamp, $imported_by::varchar, $sample::boolean, $duration_ms::integer, null)
