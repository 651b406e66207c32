-- Takes away what the import said at the time of a pull.
-- params: import
delete from snapshot_row where file in (select file from import_file where import = $import::integer)
