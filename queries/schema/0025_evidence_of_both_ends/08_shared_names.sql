-- Until now a text that a document gives to several steps was kept for the first of them only.
insert into sop_name
select distinct t.version, n.name, t.step
from sop_step t
join sop_step f on f.version = t.version and f.step < t.step and f.kind = 'step' and f.activity = t.activity
join sop_name n on n.version = f.version and n.step = f.step and n.name = trim(regexp_replace(lower(f.activity), '[^\p{L}\p{N}]+', ' ', 'g'))
where t.kind = 'step'
	and not exists (from sop_name k where k.version = t.version and k.step = t.step and k.name = n.name);
