-- The edges of all SOP versions.
-- rows: one per edge
-- not null: version, source, target
select version, source, target from sop_edge
