-- The files attached to what was done.
-- params: bundles
-- rows: one per file
-- not null: file, bundle, name, bytes, sha256
select file, bundle, name, bytes, sha256
from evidence_file
where bundle in (select unnest($bundles::varchar[]))
order by sent_at, file
