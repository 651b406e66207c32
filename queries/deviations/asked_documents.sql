-- The requirements or outputs that the SOP asks for at the step of a deviation, as it writes them.
-- params: id — the identity of a deviation for which documents are missing
-- rows: one
-- not null: documents
select case when kind = 'missing_output' then step.outputs else step.requirements end as documents
from (
	select
		d.kind,
		list_filter(
			from_json(v.document::json -> '$.steps', '[{"id": "VARCHAR", "requirements": ["VARCHAR"], "outputs": ["VARCHAR"]}]'),
			lambda s: s.id = t.step_id
		)[1] as step
	from deviation d
	join sop_version v on v.version = d.version
	join sop_step t on t.version = d.version and t.step = d.step
	where d.identity = $id::varchar::ubigint
)
