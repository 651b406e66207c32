-- What is to be decided between two orders, once for all cases that are alike in it.
-- rows: one per pair of orders
-- not null: contest, version, free, own_steps, own_complete, source_steps, source_complete
select
	contest,
	any_value(version) as version,
	any_value(free) as free,
	any_value(own_steps) as own_steps,
	any_value(own_complete) as own_complete,
	any_value(source_steps) as source_steps,
	any_value(source_complete) as source_complete
from contested_case
group by contest
