-- Every import there was, also those taken back: by which a report of other data is told.
-- rows: one per import
-- not null: import, imported_at
select import, imported_at from import order by import
