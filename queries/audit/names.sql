-- Who and what the record knows, for its filters.
-- rows: one
select list(distinct actor order by actor) as actors, list(distinct action order by action) as actions from audit_entry
