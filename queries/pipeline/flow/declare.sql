-- Notes the activities that files declare to show.
-- params: file, name — normalised; lists of one length
insert into declared_name
select unnest($file::integer[]), unnest($name::varchar[])
