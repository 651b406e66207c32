-- The deviations of a scope that fit some filters, each with its case, its step and how its follow-up stands: what lists,
-- counts, groups and reports are made of, so that they agree. Null is no filter; of_state is open, excused or provisional, of_party
-- supplier or office, of_step the id of a step, of_actor one who is accountable, of_search a part of the case's key, of_progress open
-- for a step that is not completed yet, done for everything else: figures of completed steps lead to these. as_of, UTC, is the instant whose
-- follow-up is said, null for the latest; of_follow overdue is an explanation that was asked for by a date which, at that instant, was over by
-- the clock of the capital.
create or replace macro chosen_deviation(
	of_unit, of_process, since, until, of_kind, of_category, of_follow, of_severity, of_state, of_step, of_actor, of_party, of_search, of_case, of_progress, as_of
) as table (
	select
		d.*, c.case_key,
		t.step_id, t.no as step_no, t.activity as step_activity, t.actors as accountable, t.actors_provisional,
		coalesce(f.state, 'open') as follow, case when f.state = 'asked' then f.due end as due
	from deviation d
	join case_instance c on c.case_id = d.case_id
	left join sop_step t on t.version = d.version and t.step = d.step
	left join (
		select identity, arg_max(state, entry) as state, arg_max(due, entry) as due
		from follow_up
		where as_of is null or happened_at <= as_of
		group by identity
	) f on f.identity = d.identity
	where (of_unit is null or d.unit = of_unit)
		and (of_process is null or d.process = of_process)
		and (since is null or d.day >= since)
		and (until is null or d.day <= until)
		and (of_kind is null or d.kind = of_kind)
		and (of_category is null or d.category = of_category)
		and (of_follow is null or case
			when of_follow = 'overdue' then f.state is not distinct from 'asked' and f.due < (as_of + interval 7 hour)::date
			else coalesce(f.state, 'open') = of_follow
		end)
		and (of_severity is null or d.severity = of_severity)
		and (of_state is null or case when d.provisional then 'provisional' else d.state end = of_state)
		and (of_step is null or t.step_id = of_step)
		and (of_actor is null or list_contains(t.actors, of_actor))
		and (of_party is null or d.supplier = (of_party = 'supplier'))
		and (of_search is null or contains(lower(c.case_key), lower(of_search)))
		and (of_case is null or d.case_id = of_case)
		and (of_progress is null or (d.basis is not distinct from 'open'::basis) = (of_progress = 'open'))
)
