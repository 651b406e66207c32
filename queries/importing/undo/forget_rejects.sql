-- Takes away the rejects of the import.
-- params: import
delete from import_reject where file in (select file from import_file where import = $import::integer)
