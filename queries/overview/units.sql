-- The offices of the store and how far the data of each reaches, local to its zone.
-- rows: one per unit
-- not null: unit, code, name, zone
select u.unit, u.code, u.name, u.zone, d.data_date
from unit u
left join data_date d on d.unit = u.unit
order by u.name
