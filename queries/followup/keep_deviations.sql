-- Keeps what some deviations are about, the first time that somebody follows them up.
-- params: ids — identities
insert into followed_deviation
select d.identity, d.unit, d.process, d.kind, c.case_key, t.step_id, t.no, t.activity, d.occurrence, d.object, d.day
from deviation d
join case_instance c on c.case_id = d.case_id
left join sop_step t on t.version = d.version and t.step = d.step
where d.identity in (select unnest($ids::varchar[])::ubigint)
	and d.identity not in (select identity from followed_deviation)
