-- Rows of one file that say the same in every cell are as many events: the k-th of them is told by k, so that the same
-- rows in another file are the same events again.
-- params: files — those whose rows are events of their own
update typed_event set identity = hash(typed_event.identity, k.number)
from (
	select file, record, row_number() over (partition by file, identity order by record) as number
	from typed_event
	where list_contains($files::integer[], file) and identity in (select identity from repeated_event)
) k
where typed_event.file = k.file and typed_event.record = k.record and k.number > 1
