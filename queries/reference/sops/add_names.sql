-- Stores the texts under which steps and milestones of an SOP version are known, given as equally long lists.
insert into sop_name
select $version::integer, unnest($name::varchar[]), unnest($step::integer[])
