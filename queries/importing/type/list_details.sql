-- The objects of the events in the lists of a file.
-- params: file; first_part — how many parts come before those of lists
-- rows: one per element with an object
insert into typed_detail
select $file::integer, record, ($first_part::integer + within - 1)::utinyint, null, null, object, map()
from numbered_element
where object is not null and within <= 240
