-- The offices of the store, with the number of their cases and their data date.
-- rows: one per unit
-- not null: unit, code, name, zone, confirmed, sample, cases
select u.unit, u.code, u.name, u.zone, u.confirmed, u.sample, count(c.case_id) as cases, any_value(d.data_date) as data_date
from unit u
left join case_instance c on c.unit = u.unit
left join data_date d on d.unit = u.unit
group by u.unit, u.code, u.name, u.zone, u.confirmed, u.sample
order by u.name
