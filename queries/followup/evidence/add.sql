-- Notes a file that was sent as evidence.
insert into evidence_file
values ($file::varchar, null, $owner::varchar, $name::varchar, $bytes::bigint, $sha256::varchar, $now::timestamp)
