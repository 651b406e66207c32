-- The number of the next sheet.
-- rows: one
-- not null: sheet
select (coalesce(max(sheet), 0) + 1)::integer as sheet from evaluation_sheet
