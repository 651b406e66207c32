-- Adds the sequences that the store has not seen, each from the first case that shows it.
-- rows: one per new variant
insert into new_variant
with shown as (
	select d.version, d.state = 'completed'::state_of_case as complete, s.fingerprint, s.parity, min(d.case_id) as case_id
	from decided_case d
	join case_summary s on s.case_id = d.case_id
	anti join every_variant v
		on v.version = d.version and v.complete = (d.state = 'completed'::state_of_case) and v.fingerprint = s.fingerprint and v.parity = s.parity
	group by all
)
select
	(select coalesce(max(variant), 0) from every_variant)::integer + row_number() over (order by s.case_id, s.version, s.complete),
	s.version,
	s.complete,
	s.fingerprint,
	s.parity,
	coalesce(list(e.activity order by e.position) filter (e.position is not null), [])
from shown s
left join judged_event e on e.case_id = s.case_id
group by s.version, s.complete, s.fingerprint, s.parity, s.case_id
