-- The objects of one kind of event of a wide file.
-- params: file; part; position of the object's column, from 1
-- rows: one per row with an object
insert into typed_detail
select $file::integer, record, $part::utinyint, null, null, clean(cells[$object::integer]), map()
from staged
where clean(cells[$object::integer]) is not null
