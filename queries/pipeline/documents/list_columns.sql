-- The columns of the imports of the judged cases that are called like a document of the SOP, or that a profile says to be one.
-- rows: one per SOP version with such columns
insert into document_column
with named as (
	select distinct process, unnest(kept) as name, names from every_document_file where len(kept) > 0
),
asked as (
	select distinct version, plain_name(unnest(documents)) as name from step_document
)
select v.version, list(distinct n.name order by n.name)
from (select distinct process, version from judged_case where version <> 0) v
join named n on n.process = v.process
where plain_name(n.name) in (select a.name from asked a where a.version = v.version)
	or list_contains(list_transform(json_keys(n.names::json), lambda k: plain_name(k)), plain_name(n.name))
group by v.version
