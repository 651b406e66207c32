-- Takes away the typed rows of a file that are not accepted, or are no events.
-- params: file
delete from typed_event
where file = $file::integer and (reason is not null or record in (select record from staged_reject where file = $file::integer and readable))
