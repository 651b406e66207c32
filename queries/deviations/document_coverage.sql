-- Of how many step occurrences, for which the SOP asks for requirements or outputs, the log speaks about them, and how many of
-- these it says or shows to be incomplete. Where it is silent nothing is known: neither compliance nor deviation.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per kind
-- not null: kind, occurrences, spoken, missing
with written as (
	select version, unnest(from_json(document::json -> '$.steps', '[{"id": "VARCHAR", "requirements": ["VARCHAR"], "outputs": ["VARCHAR"]}]')) as step
	from sop_version
),
asking as (
	select w.version, t.step, k.kind
	from written w
	join sop_step t on t.version = w.version and t.step_id = w.step.id and t.kind = 'step'
	cross join lateral (
		select unnest(['missing_requirement', 'missing_output'])::deviation_kind as kind, unnest([len(w.step.requirements), len(w.step.outputs)]) as asked
	) k
	where k.asked > 0
),
occurring as (
	select a.kind, count(*) as occurrences
	from measurement m
	join asking a on a.version = m.version and a.step = m.step
	where m.basis not in ('open'::basis, 'limit'::basis)
		and ($unit::integer is null or m.unit = $unit::integer)
		and ($process::integer is null or m.process = $process::integer)
		and ($from::date is null or m.day >= $from::date)
		and ($to::date is null or m.day <= $to::date)
	group by a.kind
),
told as (
	select kind, count(*) as spoken, count(*) filter (missing > 0) as missing
	from document_check
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or day >= $from::date)
		and ($to::date is null or day <= $to::date)
	group by kind
)
select o.kind::varchar as kind, o.occurrences, coalesce(t.spoken, 0) as spoken, coalesce(t.missing, 0) as missing
from occurring o
left join told t on t.kind = o.kind
order by o.kind
