-- Keeps how somebody read files with a header.
insert into saved_reading values ($header::varchar, $owner::varchar, $reading::varchar, $now::timestamp)
