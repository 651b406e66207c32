-- Takes away which activities the files of the import have.
-- params: import
delete from shown_activity where file in (select file from import_file where import = $import::integer)
