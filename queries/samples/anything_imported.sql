-- Whether the store has, or ever had, an import.
-- rows: one
-- not null: imported
select count(*) > 0 as imported from import
