-- Stores the days of a calendar, given as equally long lists.
insert into calendar_day
select
	$calendar::integer,
	unnest($day::date[]),
	unnest($covered::boolean[]),
	unnest($kind::varchar[]),
	unnest($title::varchar[]),
	unnest($decree::varchar[]),
	unnest($estimated::boolean[]),
	unnest($slot1_start::integer[]),
	unnest($slot1_end::integer[]),
	unnest($slot2_start::integer[]),
	unnest($slot2_end::integer[]),
	unnest($slot3_start::integer[]),
	unnest($slot3_end::integer[]),
	unnest($working_base::bigint[]),
	unnest($workday_ordinal::integer[])
