-- Takes away the files of the import.
-- params: import
delete from import_file where import = $import::integer
