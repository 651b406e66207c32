-- How many verdicts of a process rest on an unconfirmed value, and how many are judged.
-- params: process
-- rows: one
-- not null: provisional, judged
select
	count(*) filter (provisional) as provisional,
	count(*) filter (not provisional and verdict in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict)) as judged
from measurement
where process = $process::integer
