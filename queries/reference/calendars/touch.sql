-- Every case of the units with a calendar is to be read anew.
insert into touched_case
select c.case_id
from case_instance c
join unit u on u.unit = c.unit
where u.calendar = $calendar::integer and c.case_id not in (select case_id from touched_case)
