-- Which migration was applied last? 0 for none.
-- rows: one
-- not null: version
select coalesce(max(version), 0)::integer as version from schema_version
