-- Reads the elements of a JSON array, as text.
-- params: path in the work folder
-- rows: one per element
-- reads: json
insert into staged_json
select json from read_json_objects($path::varchar, format = 'array', maximum_object_size = 16000000)
