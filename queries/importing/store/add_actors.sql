-- Keeps the actors that the import is the first to have events of.
-- rows: one per new actor
insert into actor
from new_actor where actor in (select actor from judged_event where actor is not null)
