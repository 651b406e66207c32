-- Keeps a version of an evaluation scheme, in force for what is imported from now on.
-- params: its columns
insert into evaluation_scheme
values (
	$scheme::varchar, $version::integer, $document::varchar, $note::varchar, $saved_by::varchar, $saved_at::timestamp,
	(select coalesce(max(import), 0) from import)
)
