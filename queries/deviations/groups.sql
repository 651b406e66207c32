-- The deviations of a scope counted by state and severity, by follow-up, by kind, by step, by accountable actor, by cause and by case.
-- params: as in list: unit, process, from, to, kind, category, follow, severity, state, step, actor, party, search, case_id, progress, as_of
-- rows: one per group; facet — all, party (office or supplier, by whose step it is), severity, follow (how the follow-up stands), kind,
--   step, actor, cause (a kind at a step), case (the 24 with most); a deviation of a step with several actors counts for each of them;
--   unfollowed are the open ones that nobody followed up
-- not null: facet, total, open, excused, provisional, severe, unfollowed, supplier
with chosen as (
	select
		d.kind::varchar as kind, d.category, d.severity::varchar as severity, d.state, d.provisional, d.supplier, d.follow,
		d.step_id, d.step_no, d.step_activity, d.accountable, d.case_id, d.case_key, p.code as process, p.title as process_title
	from chosen_deviation(
		$unit::integer, $process::integer, $from::date, $to::date, $kind::varchar::deviation_kind, $category::varchar, $follow::varchar, $severity::varchar::severity,
		$state::varchar, $step::varchar, $actor::varchar, $party::varchar, $search::varchar, $case_id::integer, $progress::varchar, $as_of::timestamp
	) d
	join process p on p.process = d.process
),
facets as (
	select 'all' as facet, null as value, null as label, null as step_no, null as step_id, null as process, null as process_title, state, provisional, severity, supplier, follow from chosen
	union all
	select 'party', case when supplier then 'supplier' else 'office' end, null, null, null, null, null, state, provisional, severity, supplier, follow from chosen
	union all
	select 'severity', severity, null, null, null, null, null, state, provisional, severity, supplier, follow from chosen
	union all
	select 'follow', follow, null, null, null, null, null, state, provisional, severity, supplier, follow from chosen
	union all
	select 'kind', kind, category, null, null, null, null, state, provisional, severity, supplier, follow from chosen
	union all
	select 'step', step_id, step_activity, step_no, step_id, process, process_title, state, provisional, severity, supplier, follow from chosen where step_id is not null
	union all
	select 'actor', unnest(accountable), null, null, null, null, null, state, provisional, severity, supplier, follow from chosen where len(accountable) > 0
	union all
	select 'cause', kind, step_activity, step_no, step_id, process, process_title, state, provisional, severity, supplier, follow from chosen
	union all
	select 'case', case_id::varchar, case_key, null, null, process, process_title, state, provisional, severity, supplier, follow from chosen
),
counted as (
	select
		facet, value, label, step_no, step_id, process, process_title,
		count(*) as total,
		count(*) filter (state = 'open' and not provisional) as open,
		count(*) filter (state = 'excused' and not provisional) as excused,
		count(*) filter (provisional) as provisional,
		count(*) filter (state = 'open' and not provisional and severity = 'berat') as severe,
		count(*) filter (state = 'open' and not provisional and follow = 'open') as unfollowed,
		count(*) filter (supplier) as supplier
	from facets
	group by facet, value, label, step_no, step_id, process, process_title
)
from counted
qualify facet <> 'case' or row_number() over (partition by facet order by open desc, total desc, label) <= 24
order by facet, open desc, total desc, value, step_id
