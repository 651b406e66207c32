-- Stores the steps, milestones and limits of an SOP version, given as equally long lists; the actors of one are
-- parted by a line end.
insert into sop_step
select
	$version::integer,
	unnest($step::integer[]),
	unnest($kind::varchar[]),
	unnest($step_id::varchar[]),
	unnest($no::varchar[]),
	unnest($activity::varchar[]),
	unnest([case when actors = '' then [] else string_split(actors, chr(10)) end for actors in $actors::varchar[]]),
	unnest($supplier::boolean[]),
	unnest($is_start::boolean[]),
	unnest($is_end::boolean[]),
	unnest($optional::boolean[]),
	unnest($clock::varchar[]),
	unnest($budget_seconds::integer[]),
	unnest($budget_days::integer[]),
	unnest($budget_months::integer[]),
	unnest($counts_first_day::boolean[]),
	unnest($budget_provisional::boolean[]),
	unnest($actors_provisional::boolean[]),
	unnest($limit_from::integer[]),
	unnest($limit_to::integer[]),
	unnest($any_order::integer[])
