-- Gives each decided case its variant.
update decided_case
set variant = v.variant
from case_summary s, variant v
where s.case_id = decided_case.case_id
	and v.version = decided_case.version
	and v.complete = (decided_case.state = 'completed')
	and v.fingerprint = s.fingerprint
	and v.parity = s.parity
