-- Which planned stages of the process govern which documents, once both are known.
-- params: process; codes of the stages and the documents they are the due time of
-- rows: one per pair
insert into new_governed_document
select $process::integer, p.activity, d.activity
from (select unnest($codes::varchar[]) as code, unnest($documents::varchar[]) as document) g
join every_activity p on p.step_ref = g.code
join every_activity d on d.text = g.document and d.step_ref = ''
where not exists (
	from every_governed_document k
	where k.process = $process::integer and k.planned_activity = p.activity and k.document_activity = d.activity
)
