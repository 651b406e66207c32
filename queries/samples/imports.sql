-- The imports of the samples that are in force, latest first, as they are undone.
-- rows: one per import
-- not null: import
select import from import where sample and undone_at is null order by import desc
