-- Keeps a way to read a file.
-- params: its columns
insert into saved_profile
values ($saved_profile::integer, $name::varchar, $header::varchar, $content::varchar, $saved_by::varchar, $saved_at::timestamp)
