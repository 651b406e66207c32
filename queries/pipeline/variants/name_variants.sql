-- Finds the variant of each judged case.
-- rows: one per case that has events
insert into case_variant
select d.case_id, v.variant
from decided_case d
join case_summary s on s.case_id = d.case_id
left join unit_flow f on f.unit = d.unit and f.version = d.version
left join case_flow c on c.case_id = d.case_id
join every_variant v
	on v.version = d.version
	and v.complete = (d.state = 'completed'::state_of_case)
	and v.fingerprint = s.fingerprint
	and v.parity = s.parity
	and v.free = coalesce(c.free, f.free, [])
