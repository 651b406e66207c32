-- Notes a report that was made by itself and whose file lies beside the store.
insert into kept_report
values (
	$report::varchar, $schedule::integer, $unit::varchar, $sop::varchar, $filters::varchar, $layout::varchar, $asked_by::varchar,
	$since::date, $until::date, $name::varchar, $media_type::varchar, $bytes::bigint, $sha256::varchar, $total::integer,
	$now::timestamp, null, null, null
)
