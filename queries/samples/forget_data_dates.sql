-- Takes away the data dates of offices that are no more.
delete from data_date where unit not in (select unit from unit)
