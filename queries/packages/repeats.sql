-- The packages that were tried more than once: attempts with one parent. All attempts of a parent count, whenever they
-- ended, when one of them is in the scope.
-- params: unit, from, to, state — null for all; process; most — rows at most
-- rows: one per parent, most attempts first; parents and attempts_in_all count all of them
-- not null: parent_key, attempts, parents, attempts_in_all, cases, keys, states, versions, stated
with belongs as (
	select f.case_id, arg_max(f.parent_key, (f.file, f.record)) as parent_key, arg_max(f.attributes['nama_paket'], (f.file, f.record)) as name,
		max(try_cast(f.attributes['versi'] as integer)) as version,
		arg_max(f.stated, (coalesce(f.pulled, '0001-01-01'::timestamp), f.file, f.record)) as stated
	from case_fact f
	where f.parent_key is not null
	group by f.case_id
),
attempt as (
	select s.case_id, s.unit, s.state, b.parent_key, b.name, b.version, b.stated, c.case_key, s.last_event,
		($from::date is null or s.end_day >= $from::date)
			and ($to::date is null or s.end_day <= $to::date)
			and ($state::varchar is null or s.state::varchar = $state::varchar) as chosen
	from case_state s
	join belongs b on b.case_id = s.case_id
	join case_instance c on c.case_id = s.case_id
	where s.process = $process::integer and ($unit::integer is null or s.unit = $unit::integer)
),
package as (
	select
		parent_key, unit,
		count(*) as attempts,
		arg_max(name, case_key) as name,
		list(case_id order by version nulls last, case_key) as cases,
		list(case_key order by version nulls last, case_key) as keys,
		list(state::varchar order by version nulls last, case_key) as states,
		list(version order by version nulls last, case_key) as versions,
		list(stated order by version nulls last, case_key) as stated
	from attempt
	group by parent_key, unit
	having count(*) > 1 and bool_or(chosen)
)
select
	parent_key, name, attempts, cases, keys, states, versions, stated,
	count(*) over () as parents,
	sum(attempts) over ()::bigint as attempts_in_all
from package
order by attempts desc, parent_key
limit $most::integer
