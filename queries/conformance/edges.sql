-- The edges of all SOP versions, in the order of their steps.
-- rows: one per edge
-- not null: version, source, target
select version, source, target from sop_edge order by version, source, target
