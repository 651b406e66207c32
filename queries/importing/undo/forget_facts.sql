-- Takes away the facts of the import.
-- params: import
delete from case_fact where file in (select file from import_file where import = $import::integer)
