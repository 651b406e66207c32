-- The activities of the staged file: by the name of their code where the profile knows it, else as written. Of a code
-- that the profile does not know, the first spelling counts.
-- params: codes and their names; by_code — whether the code alone tells the activity
-- rows: one per activity and step as written
insert into written_activity
select
	activity,
	step,
	coalesce(
		($names::varchar[])[list_position($codes::varchar[], code)],
		case when $by_code::boolean and code is not null then coalesce(min(text) over (partition by code), 'Tahapan ' || code) end,
		text,
		code
	),
	coalesce(code, ''),
	null
from (
	select activity, step, clean(activity) as text, case when $by_code::boolean then plain_code(clean(step)) else clean(step) end as code
	from (select distinct activity, step from staged)
)
