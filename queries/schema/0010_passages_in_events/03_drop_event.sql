-- The events without what came before them.
drop table event
