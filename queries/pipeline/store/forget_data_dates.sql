-- Takes away the data dates of the units that the change touches.
delete from data_date where unit in (select unit from touched_version)
