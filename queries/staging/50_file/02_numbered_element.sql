-- The elements of lists, numbered within the file and within their row.
create or replace temp view numbered_element as
select *, row_number() over (order by record, list, place) as number, row_number() over (partition by record order by list, place) as within
from staged_element;
