-- Stores an SOP version.
insert into sop_version values (
	$version::integer,
	$process::integer,
	$sop::varchar,
	$content_hash::varchar,
	$effective_from::date,
	$document::varchar,
	$total_seconds::integer,
	$total_provisional::boolean,
	$warns_outage::boolean,
	$idle_limit_workdays::integer,
	$closed::boolean
)
