-- Sets aside the data dates of the units that the change touches.
insert into former_data_date select unit, data_date from data_date where unit in (select unit from touched_version)
