-- What the SOPs of the judged cases ask for, by step.
-- rows: one per step and kind
insert into step_document
with written as (
	select
		version,
		unnest(from_json(document::json -> '$.steps', '[{"id": "VARCHAR", "requirements": ["VARCHAR"], "outputs": ["VARCHAR"]}]')) as step
	from sop_version
	where version in (select version from judged_case)
)
select w.version, t.step, k.kind, k.documents
from written w
join sop_step t on t.version = w.version and t.step_id = w.step.id and t.kind = 'step'
cross join lateral (
	select unnest(['missing_requirement', 'missing_output'])::deviation_kind as kind, unnest([w.step.requirements, w.step.outputs]) as documents
) k
where len(k.documents) > 0
