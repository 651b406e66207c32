-- Takes away what was kept for files with these columns.
-- params: header
delete from saved_profile where header = $header::varchar and header <> ''
