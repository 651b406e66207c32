-- Keeps what files of the store declare to show.
-- params: unit, process, name — lists of one length
insert into declared_activity
select unnest($unit::integer[]), unnest($process::integer[]), unnest($name::varchar[])
