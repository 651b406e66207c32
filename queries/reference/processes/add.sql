-- Names a process.
insert into process values ($process::integer, $code::varchar, $title::varchar, $kind::varchar)
