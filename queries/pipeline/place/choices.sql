-- The entries of sequences that stand for a text of several steps, for the activities that the store and the change know.
-- rows: one per version and entry
-- not null: version, entry, steps
select version, step as entry, any_value(choices) as steps
from matched_step
where choices is not null
group by version, step
order by version, step
