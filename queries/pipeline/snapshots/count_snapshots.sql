-- Whether anything is known of what changes from file to file.
-- rows: one
-- not null: any
select exists (from snapshot_row) or exists (from new_snapshot) or exists (from snapshot_change) as any
