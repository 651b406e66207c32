-- What was done with sheets, first to last.
-- params: sheet — null for all; unpublished — true for those whose event is not among the cases yet
-- rows: one per act
-- not null: act, sheet, unit, case_key, act_kind, acted_by, full_name, acted_at
select a.act, a.sheet, u.code as unit, e.case_key, a.act_kind, a.acted_by, a.full_name, a.acted_at, a.reason, e.follow_up
from evaluation_act a
join evaluation_sheet e on e.sheet = a.sheet
join unit u on u.unit = a.unit
where ($sheet::integer is null or a.sheet = $sheet::integer)
	and (not coalesce($unpublished::boolean, false) or not a.published)
order by a.act
