-- Which temporary tables and views did the write that just ended leave on this connection? Views first.
-- rows: one per table or view
-- not null: kind, name
select 'view' as kind, view_name as name from duckdb_views() where temporary and not internal
union all
select 'table', table_name from duckdb_tables() where temporary
