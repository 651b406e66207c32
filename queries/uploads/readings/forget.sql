-- Takes away how somebody read files with a header.
delete from saved_reading where header = $header::varchar and owner = $owner::varchar
