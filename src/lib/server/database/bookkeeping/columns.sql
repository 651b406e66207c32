-- Which columns does a table have, in their order? Looked up as names are, temporary tables first; a table that does not exist
-- is an error.
-- params: table
-- rows: one per column
-- not null: name
select name
from pragma_table_info($table::varchar)
order by cid
