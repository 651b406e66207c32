-- The data date of a unit, or the latest of all.
-- params: unit — null for all
-- rows: one
select max(data_date) as data_date from data_date where $unit::integer is null or unit = $unit::integer
