-- Where in the SOP's own order a text of several steps stands within a date: as the first of them from the first step on that
-- the case shows without doubt, which tells flows with the same wording apart; else as the first of them.
-- rows: one per touched case and entry
insert into case_choice
with stepped as (
	select g.case_id, s.step, s.choices
	from (
		select case_id, activity, kind from new_event
		union all
		select case_id, activity, kind from kept_event
	) g
	join touched_version v on v.case_id = g.case_id
	join matched_step s on s.version = v.version and s.activity = g.activity
	where g.kind <> 3 and not s.milestone and s.version in (select version from matched_step where choices is not null)
),
begun as (
	select case_id, min(step) as step from stepped where choices is null group by case_id
),
asked as (
	select distinct case_id, step as entry, choices from stepped where choices is not null
)
select a.case_id, a.entry, coalesce(list_min(list_filter(a.choices, lambda step: step >= b.step)), list_min(a.choices))
from asked a
left join begun b on b.case_id = a.case_id
