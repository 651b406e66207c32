-- Numbers the typed rows of a file as the file does.
-- params: file
update typed_snapshot set record = s.record
from shifted_record s
where typed_snapshot.file = $file::integer and typed_snapshot.record = s.readable and s.record <> s.readable
