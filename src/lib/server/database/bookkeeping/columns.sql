-- Which columns does a table have, in their order? Temporary tables first, as names are looked up.
-- params: table
-- rows: one per column
-- not null: name
select column_name as name
from duckdb_columns()
where
	table_name = $table::varchar
	and internal = false
	and database_name = (
		select database_name
		from duckdb_tables()
		where table_name = $table::varchar
		order by temporary desc
		limit 1
	)
order by column_index
