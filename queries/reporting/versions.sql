-- The SOP versions by which the cases of a scope are judged.
-- params: unit, process — null for all
-- rows: one per version
-- not null: process, title, content_hash, cases
select p.code as process, p.title, v.content_hash, v.effective_from, s.cases
from (
	select version, count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by version
) s
join sop_version v on v.version = s.version
join process p on p.process = v.process
order by p.code, v.effective_from, v.content_hash
