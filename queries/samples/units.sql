-- The offices of the samples.
-- rows: one per office
-- not null: unit, code
select unit, code from unit where sample order by unit
