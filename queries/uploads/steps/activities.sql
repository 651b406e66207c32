-- What the staged file says happened, how often; the step where the file names it.
-- rows: one per text and step
-- not null: text, step, records
select coalesce(trim(activity), '') as text, coalesce(trim(step), '') as step, count(*) as records
from staged
where trim(coalesce(activity, step, '')) <> ''
group by 1, 2
order by records desc, text, step
limit $most::integer
