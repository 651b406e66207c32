-- Which tables does this file hold, before anything is known about it?
-- rows: one per table
-- not null: name
select table_name as name from duckdb_tables() where not temporary and not internal
