-- Imports in force of which nobody noted yet which offices they speak of.
-- rows: one per import
-- not null: import
select import from import i where undone_at is null and not exists (from import_unit u where u.import = i.import) order by import
