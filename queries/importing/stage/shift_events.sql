-- Numbers the typed rows of a file as the file does.
-- params: file
update typed_event set record = s.record
from shifted_record s
where typed_event.file = $file::integer and typed_event.record = s.readable and s.record <> s.readable
