-- The steps of all SOP versions, in the order of their documents.
-- rows: one per step
-- not null: version, step, activity, is_start, is_end, optional
select version, step, activity, is_start, is_end, optional
from sop_step
where kind = 'step'
order by version, step
