-- From when the SOP version is in force by which a deviation was found.
-- params: id — the identity of a deviation
-- rows: one where it was found by an SOP; effective_from is null of a version that is open-ended
-- not null: sop
select v.sop, v.effective_from
from deviation d
join sop_version v on v.version = d.version
where d.identity = $id::varchar::ubigint
