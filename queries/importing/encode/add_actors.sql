-- Adds the actors seen for the first time.
-- rows: one per new actor
insert into new_actor
select (select coalesce(max(actor), 0) from every_actor) + row_number() over (order by name), name
from (select distinct name from written_name where dictionary = 'actor' and name is not null)
where name not in (select name from every_actor)
