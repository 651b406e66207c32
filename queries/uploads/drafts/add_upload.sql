-- Notes a file that was sent.
insert into upload
values ($upload::varchar, $draft::varchar, $owner::varchar, $name::varchar, $bytes::bigint, null, $now::timestamp)
