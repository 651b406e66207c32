-- Adds the sequences that the store has not seen read in that way, each from the first case that shows it.
-- rows: one per new variant
insert into new_variant
with shown as (
	select d.version, d.state = 'completed'::state_of_case as complete, s.fingerprint, s.parity, coalesce(c.free, f.free, []) as free, min(d.case_id) as case_id
	from decided_case d
	join case_summary s on s.case_id = d.case_id
	left join unit_flow f on f.unit = d.unit and f.version = d.version
	left join case_flow c on c.case_id = d.case_id
	group by all
),
added as (
	select s.*
	from shown s
	anti join every_variant v
		on v.version = s.version and v.complete = s.complete and v.fingerprint = s.fingerprint and v.parity = s.parity and v.free = s.free
)
select
	(select coalesce(max(variant), 0) from every_variant)::integer + row_number() over (order by s.case_id, s.version, s.complete),
	s.version,
	s.complete,
	s.fingerprint,
	s.parity,
	coalesce(list(coalesce(m.step, -1 - e.activity) order by e.position) filter (e.position is not null), []),
	s.free
from added s
left join judged_event e on e.case_id = s.case_id
left join matched_step m on m.version = s.version and m.activity = e.activity
group by s.version, s.complete, s.fingerprint, s.parity, s.free, s.case_id
