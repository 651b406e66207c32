-- Keeps the data dates of the units that the change touches.
-- rows: one per unit with an event
insert into data_date from new_data_date
