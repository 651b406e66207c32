-- The imports that somebody prepares, the last changed first; those without a file are not told.
-- params: owner
-- rows: one per import
-- not null: draft, changed_at, files, names, bytes
select d.draft, d.changed_at, count(*) as files, list(u.name order by u.received_at, u.name) as names, sum(u.bytes)::bigint as bytes
from import_draft d
join upload u on u.draft = d.draft and u.owner = d.owner
where d.owner = $owner::varchar
group by d.draft, d.changed_at
order by d.changed_at desc, d.draft
