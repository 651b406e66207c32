-- What the findings of a report come to, severities of the open ones as on the page, and one hash over what each of them says: equal only when every figure is.
-- params: as in reporting/identities, without the layout
-- rows: one; unfollowed are the open ones that nobody had followed up then
-- not null: total, open, excused, ringan, sedang, berat, supplier, supplier_berat, unfollowed, fingerprint
select
	count(*) as total,
	count(*) filter (state = 'open' and not provisional) as open,
	count(*) filter (state = 'excused' and not provisional) as excused,
	count(*) filter (state = 'open' and not provisional and severity = 'ringan'::severity) as ringan,
	count(*) filter (state = 'open' and not provisional and severity = 'sedang'::severity) as sedang,
	count(*) filter (state = 'open' and not provisional and severity = 'berat'::severity) as berat,
	count(*) filter (supplier) as supplier,
	count(*) filter (supplier and state = 'open' and not provisional and severity = 'berat'::severity) as supplier_berat,
	count(*) filter (state = 'open' and not provisional and follow = 'open') as unfollowed,
	-- Named for what it is over: reports that counted provisional deviations too are of another hash, not falsified.
	sha256(concat('findings', chr(10), coalesce(string_agg(
		concat_ws('|', identity, kind, severity, state, provisional, coalesce(gross, -1), coalesce(net, -1), coalesce(budget, -1), coalesce(day::varchar, '')),
		chr(10) order by identity
	), ''))) as fingerprint
from chosen_deviation(
	$unit::integer, $process::integer, $from::date, $to::date, $kind::varchar::deviation_kind, $category::varchar, $follow::varchar, $severity::varchar::severity,
	$state::varchar, $step::varchar, $actor::varchar, $party::varchar, $search::varchar, $case_id::integer, $progress::varchar, $as_of::timestamp
)
where $state::varchar is not null or not provisional
