-- Takes away a file that waits.
delete from upload where upload = $upload::varchar and owner = $owner::varchar
