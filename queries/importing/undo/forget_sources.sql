-- Takes away what the import says of events.
-- params: import
delete from event_source where file in (select file from import_file where import = $import::integer)
