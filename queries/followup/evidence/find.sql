-- A file that is attached to something.
-- params: file
-- rows: one, or none
-- not null: file, name, bytes, sha256
select file, name, bytes, sha256
from evidence_file
where file = $file::varchar and bundle is not null
