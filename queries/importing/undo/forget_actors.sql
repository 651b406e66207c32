-- Takes away the actors that no event has.
delete from actor where actor not in (select actor from event where actor is not null)
