-- The latest entry of the record.
-- rows: one, or none while nothing was recorded
-- not null: entry, hash
select entry, hash from audit_head
