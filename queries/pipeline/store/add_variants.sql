-- Keeps the sequences seen for the first time, with what they cost along their SOP.
-- rows: one per new variant
insert into variant
select v.*, r.cost, r.shortest_path
from new_variant v
left join new_reading r on r.variant = v.variant
