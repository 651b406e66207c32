-- Those of the SOPs that the store has, from their documents.
update sop_step t
set any_order = g.any_order
from (
	select version, step, dense_rank() over (partition by version order by flow, name)::integer as any_order
	from (
		select version, generate_subscripts(names, 1) as step, unnest(names) as name, unnest(flows) as flow
		from (
			select version, json_extract_string(document, '$.steps[*].group') as names, json_extract_string(document, '$.steps[*].flow') as flows
			from sop_version
		)
	)
	where name is not null
	qualify count(*) over (partition by version, flow, name) > 1
) g
where t.version = g.version and t.step = g.step and t.kind = 'step'
