-- The texts under which the steps of each SOP are known, of any of its versions.
-- rows: one per SOP and text
-- not null: sop, name
select distinct v.sop, n.name
from sop_name n
join sop_version v on v.version = n.version
order by v.sop, n.name
