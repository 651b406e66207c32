-- Stores the edges of an SOP version, given as equally long lists.
insert into sop_edge
select $version::integer, unnest($source::integer[]), unnest($target::integer[]), unnest($condition::varchar[]), unnest($inferred::boolean[])
