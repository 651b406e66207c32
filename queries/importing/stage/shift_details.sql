-- Numbers the typed rows of a file as the file does.
-- params: file
update typed_detail set record = s.record
from shifted_record s
where typed_detail.file = $file::integer and typed_detail.record = s.readable and s.record <> s.readable
