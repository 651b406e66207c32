-- Numbers the typed rows of a file as the file does.
-- params: file
update typed_fact set record = s.record
from shifted_record s
where typed_fact.file = $file::integer and typed_fact.record = s.readable and s.record <> s.readable
