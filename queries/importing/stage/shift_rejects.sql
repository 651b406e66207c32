-- Numbers the rejected rows of a file as the file does.
-- params: file
update staged_reject set record = s.record
from shifted_record s
where staged_reject.file = $file::integer and staged_reject.readable and staged_reject.record = s.readable and s.record <> s.readable
