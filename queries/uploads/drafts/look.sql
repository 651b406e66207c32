-- What the server saw of a file that waits.
-- params: upload
-- rows: one, or none
select look from upload where upload = $upload::varchar
