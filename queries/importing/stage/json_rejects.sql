-- Sets aside the elements of a JSON array that are no objects.
-- params: file
-- rows: one per such element
insert into staged_reject
select $file::integer, element_record(rowid), false, null, left(element::varchar, 200), 'not_an_object'
from staged_json
where json_type(element) <> 'OBJECT'
