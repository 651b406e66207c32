-- Takes away what rejected rows of a file say of their cases.
-- params: file
delete from typed_fact
where file = $file::integer and record in (select record from staged_reject where file = $file::integer and readable)
