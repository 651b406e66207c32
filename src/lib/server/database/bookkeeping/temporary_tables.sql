-- Which temporary tables did the write that just ended leave on this connection?
-- rows: one per table
-- not null: name
select table_name as name from duckdb_tables() where temporary
