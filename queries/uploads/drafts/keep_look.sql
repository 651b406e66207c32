-- Keeps what the server saw of a file.
update upload set look = $look::varchar where upload = $upload::varchar
